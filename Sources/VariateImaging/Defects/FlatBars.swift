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
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        extent = Self.rowExtent(picture.luma) + Self.rowExtent(picture.transposedLuma)
    }

    /// The summed extents of the bands at the top and the bottom.
    static func rowExtent(_ luma: Plane<UInt8>) -> Double {
        let (width, height) = (luma.width, luma.height)
        let samples = luma.samples.span
        let row = { (y: Int) in y * width..<(y + 1) * width }
        var top = 0
        while top < height, isFlat(samples.extracting(row(top))) { top += 1 }
        var bottom = 0
        while bottom < height, isFlat(samples.extracting(row(height - 1 - bottom))) { bottom += 1 }

        var extent = 0.0
        for (depth, fromBottom) in [(top, false), (bottom, true)] {
            let reach = Double(depth) / Double(height)
            // The jump is sought two rows on either side of the end, which compression may have softened.
            guard reach > leastExtent, depth > 1, depth < height - 3 else { continue }
            let inner = min(depth + 2, height - 1)
            let outer = depth - 2
            let jumps = shareOfJumps(
                samples.extracting(row(fromBottom ? height - 1 - inner : inner)),
                samples.extracting(row(fromBottom ? height - 1 - outer : outer)))
            if jumps > leastJumpShare { extent += reach }
        }
        return extent
    }

    private static func isFlat(_ row: Span<UInt8>) -> Bool {
        var sum = 0
        var squares = 0
        for i in 0..<row.count {
            sum += Int(row[i])
            squares += Int(row[i]) * Int(row[i])
        }
        let scaledVariance = row.count * squares - sum * sum
        return Double(scaledVariance) < flatDeviation * flatDeviation * Double(row.count) * Double(row.count)
    }

    private static func shareOfJumps(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Double {
        var count = 0
        for i in 0..<first.count where abs(Int(first[i]) - Int(second[i])) > jump { count += 1 }
        return Double(count) / Double(first.count)
    }
}
