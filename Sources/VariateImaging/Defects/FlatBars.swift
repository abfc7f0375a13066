/// Flat bands that reach in from an edge and end abruptly: letterboxes, and what a truncated file leaves.
public struct FlatBars: Sendable, Equatable {
    /// The bands' extents as shares of the side that they cut into, summed over the four edges, 0…4; 0 is best.
    public let extent: Double

    /// Rows and columns with a smaller standard deviation than this are flat, in levels.
    static let flatDeviation = 3.0
    /// Bands of this share of the side or less are borders, not defects.
    static let leastExtent = 0.03
    /// A band ends abruptly where more than this share of its end jumps.
    static let leastJumpShare = 0.5
    static let jump = 8

    /// Measures the native luma.
    /// - Complexity: O(pixels of the bands and of what they end at).
    public init(_ picture: WorkingPicture) {
        let luma = picture.luma
        let (width, height) = (luma.width, luma.height)
        let rows = Self.extent(of: height) { y in
            let row = luma.row(y)
            var (sum, squares) = (0, 0)
            for x in 0..<width {
                sum &+= Int(row[x])
                squares &+= Int(row[x]) &* Int(row[x])
            }
            return Self.isFlat(count: width, sum: sum, squares: squares)
        } jumps: { first, second in
            Self.shareOfJumps(width) { (luma.samples[first * width + $0], luma.samples[second * width + $0]) }
        }
        var columnSums = ColumnSums(luma)
        let columns = Self.extent(of: width) { x in
            let (sum, squares) = columnSums.ofColumn(x)
            return Self.isFlat(count: height, sum: sum, squares: squares)
        } jumps: { first, second in
            Self.shareOfJumps(height) { (luma.samples[$0 * width + first], luma.samples[$0 * width + second]) }
        }
        extent = rows + columns
    }

    /// The summed extents of the bands at the first and at the last of so many lines.
    private static func extent(
        of count: Int, isFlat: (_ line: Int) -> Bool, jumps: (_ first: Int, _ second: Int) -> Double
    ) -> Double {
        var leading = 0
        while leading < count, isFlat(leading) { leading += 1 }
        var trailing = 0
        while trailing < count, isFlat(count - 1 - trailing) { trailing += 1 }

        var extent = 0.0
        for (depth, isTrailing) in [(leading, false), (trailing, true)] {
            let reach = Double(depth) / Double(count)
            // The jump is sought two lines on either side of the end, which compression may have softened.
            guard reach > leastExtent, depth > 1, depth < count - 3 else { continue }
            let inner = min(depth + 2, count - 1)
            let outer = depth - 2
            let share = isTrailing ? jumps(count - 1 - inner, count - 1 - outer) : jumps(inner, outer)
            if share > leastJumpShare { extent += reach }
        }
        return extent
    }

    private static func isFlat(count: Int, sum: Int, squares: Int) -> Bool {
        let scaledVariance = count * squares - sum * sum
        return Double(scaledVariance) < flatDeviation * flatDeviation * Double(count) * Double(count)
    }

    private static func shareOfJumps(_ count: Int, _ pair: (Int) -> (UInt8, UInt8)) -> Double {
        var jumps = 0
        for i in 0..<count {
            let (first, second) = pair(i)
            if abs(Int(first) - Int(second)) > jump { jumps += 1 }
        }
        return Double(jumps) / Double(count)
    }
}

/// Sums and sums of squares of columns, a strip of neighbouring ones at a time: bands are few, and rows are what is quick to
/// read.
private struct ColumnSums {
    private static let stripWidth = 32

    private let luma: Plane<UInt8>
    private var strip: Range<Int> = 0..<0
    private var sums: [Int32] = []
    private var squares: [Int32] = []

    init(_ luma: Plane<UInt8>) {
        self.luma = luma
    }

    mutating func ofColumn(_ x: Int) -> (sum: Int, squares: Int) {
        if !strip.contains(x) {
            let left = x / Self.stripWidth * Self.stripWidth
            add(up: left..<min(left + Self.stripWidth, luma.width))
        }
        return (Int(sums[x - strip.lowerBound]), Int(squares[x - strip.lowerBound]))
    }

    private mutating func add(up columns: Range<Int>) {
        strip = columns
        sums = [Int32](repeating: 0, count: columns.count)
        squares = sums
        precondition(luma.height <= WorkingPicture.nativeSide)
        let plane = luma
        for y in 0..<plane.height { Self.add(plane.row(y).extracting(columns), to: &sums, squares: &squares) }
    }

    private static func add(_ row: Span<UInt8>, to sums: inout [Int32], squares: inout [Int32]) {
        var first = sums.mutableSpan
        var second = squares.mutableSpan
        precondition(first.count == row.count && second.count == row.count)
        for i in 0..<row.count {
            first[i] &+= Int32(row[i])
            second[i] &+= Int32(row[i]) &* Int32(row[i])
        }
    }
}
