/// The grey checkerboard that editors draw for transparency, baked into a picture.
public struct Checkerboard: Sendable, Equatable {
    /// How regularly the two commonest neutral greys alternate, times how much of the picture they cover, 0…1.
    public let strength: Double

    /// A pixel is neutral when its channels differ by less than this.
    static let neutralSpread = 14
    /// Levels to either side that count as the same grey.
    static let tolerance = 3
    /// Levels to either side of the commonest grey where the second is not sought.
    static let separation = 14
    /// Each grey covers this share of the picture at least.
    static let leastShare = 0.04
    /// Levels to either side of a grey that belong to its squares.
    static let membership = 7
    /// Covering this share of the picture counts fully.
    static let fullShare = 0.15
    /// Sides of the squares that are tried, in pixels.
    static let sides = Array(4...32) + [36, 40, 48]
    /// Every so many rows are looked at: the squares are at least four pixels high.
    static let rowStep = 3

    /// Measures the native raster.
    /// - Complexity: O(pixels), times the number of sides where two neutral greys are common enough.
    public init(_ picture: WorkingPicture) {
        strength = Self.strength(picture.native)
    }

    static func strength(_ image: Image) -> Double {
        let count = image.size.pixelCount
        guard let greys = commonestGreys(image) else { return 0 }
        let signs = Self.signs(image, greys)
        var members = 0
        for sign in signs where sign != 0 { members += 1 }
        let coverage = min(1, Double(members) / Double(count) / fullShare)
        var best = 0.0
        for side in sides where 3 * side < image.size.shortestSide {
            let score = alternation(signs, width: image.width, height: image.height, side: side)
            best = max(best, score)
        }
        return best * coverage
    }

    /// The two commonest neutral greys, far enough apart and common enough.
    private static func commonestGreys(_ image: Image) -> (Int, Int)? {
        var levels = [Int](repeating: 0, count: 256)
        let samples = image.samples.span
        var i = 0
        while i + 3 < samples.count {
            if isNeutral(samples[i], samples[i + 1], samples[i + 2]) { levels[Int(samples[i + 1])] += 1 }
            i += Image.channels
        }
        var smooth = (0..<256).map { level in
            levels[max(0, level - tolerance)...min(255, level + tolerance)].reduce(0, +)
        }
        let least = leastShare * Double(image.size.pixelCount)
        guard let first = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[first]) >= least else {
            return nil
        }
        for level in max(0, first - separation)...min(255, first + separation) { smooth[level] = 0 }
        guard let second = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[second]) >= least else {
            return nil
        }
        return (first, second)
    }

    private static func isNeutral(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool {
        Int(max(red, max(green, blue))) - Int(min(red, min(green, blue))) < neutralSpread
    }

    /// +1 where a pixel is of the first grey, −1 where it is of the second, else 0.
    private static func signs(_ image: Image, _ greys: (first: Int, second: Int)) -> [Int8] {
        var signs = [Int8](repeating: 0, count: image.size.pixelCount)
        let samples = image.samples.span
        var target = signs.mutableSpan
        for i in 0..<target.count {
            let j = Image.channels * i
            guard isNeutral(samples[j], samples[j + 1], samples[j + 2]) else { continue }
            let level = Int(samples[j + 1])
            if abs(level - greys.second) <= membership {
                target[i] = -1
            } else if abs(level - greys.first) <= membership {
                target[i] = 1
            }
        }
        return signs
    }

    /// The least of: −correlation one square to the right, −correlation one square down, correlation diagonally.
    private static func alternation(_ signs: [Int8], width: Int, height: Int, side: Int) -> Double {
        var across = Agreement()
        var down = Agreement()
        var diagonal = Agreement()
        let all = signs.span
        for y in stride(from: 0, to: height - side, by: rowStep) {
            let row = all.extracting(y * width..<(y + 1) * width)
            let below = all.extracting((y + side) * width..<(y + side + 1) * width)
            across.add(row.extracting(0..<width - side), row.extracting(side..<width))
            down.add(row, below)
            diagonal.add(row.extracting(0..<width - side), below.extracting(side..<width))
        }
        return max(0, min(-across.mean, -down.mean, diagonal.mean))
    }

    /// Sums products of signs, and counts those that are not zero.
    private struct Agreement {
        private var sum = 0
        private var count = 1

        var mean: Double { Double(sum) / Double(count) }

        mutating func add(_ first: Span<Int8>, _ second: Span<Int8>) {
            precondition(first.count == second.count)
            var rowSum: Int32 = 0
            var rowCount: Int32 = 0
            for i in 0..<first.count {
                let product = Int32(first[i] &* second[i])
                rowSum &+= product
                rowCount &+= product &* product
            }
            sum += Int(rowSum)
            count += Int(rowCount)
        }
    }
}
