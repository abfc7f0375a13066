/// The grey checkerboard that editors draw for transparency, baked into a picture.
public struct Checkerboard: Sendable, Equatable {
    /// How regularly the two commonest neutral greys alternate, times how much of the picture they cover, 0…1.
    public let strength: Double

    /// A pixel is neutral when its channels differ by less than this.
    static let neutralSpread: UInt8 = 14
    /// Levels to either side that count as the same grey.
    static let tolerance = 3
    /// Levels to either side of the commonest grey where the second is not sought.
    static let separation = 14
    /// Each grey covers this share of the picture at least.
    static let leastShare = 0.04
    /// Levels to either side of a grey that belong to its squares.
    static let membership: Int16 = 7
    /// Covering this share of the picture counts fully.
    static let fullShare = 0.15
    /// Sides of the squares that are tried, in pixels.
    static let sides = Array(4...32) + [36, 40, 48]
    /// Every so many rows are looked at: the squares are at least four pixels high.
    static let rowStep = 3

    /// Measures the native channels.
    /// - Complexity: O(pixels), times the number of sides where two neutral greys are common enough.
    public init(_ picture: WorkingPicture) {
        strength = Self.strength(picture.channels)
    }

    static func strength(_ channels: [Plane<UInt8>]) -> Double {
        let size = channels[0].size
        let neutral = neutralLevels(channels[0].samples, channels[1].samples, channels[2].samples)
        guard let greys = commonestGreys(neutral) else { return 0 }
        let signs = signs(of: neutral, greys)
        var members = 0
        for sign in signs where sign != 0 { members += 1 }
        let coverage = min(1, Double(members) / Double(size.pixelCount) / fullShare)
        var best = 0.0
        for side in sides where 3 * side < size.shortestSide {
            let score = alternation(signs, width: size.width, height: size.height, side: side)
            best = max(best, score)
        }
        return best * coverage
    }

    /// The level of green where a pixel is neutral, else −1.
    private static func neutralLevels(
        _ redSamples: [UInt8], _ greenSamples: [UInt8], _ blueSamples: [UInt8]
    ) -> [Int16] {
        let (red, green, blue) = (redSamples.span, greenSamples.span, blueSamples.span)
        var levels = [Int16](repeating: -1, count: green.count)
        var target = levels.mutableSpan
        precondition(red.count == target.count && green.count == target.count && blue.count == target.count)
        for i in 0..<target.count {
            let spread = max(red[i], max(green[i], blue[i])) - min(red[i], min(green[i], blue[i]))
            target[i] = spread < neutralSpread ? Int16(green[i]) : -1
        }
        return levels
    }

    /// The two commonest neutral greys, far enough apart and common enough.
    private static func commonestGreys(_ neutral: [Int16]) -> (Int, Int)? {
        var levels = [Int](repeating: 0, count: 256)
        for level in neutral where level >= 0 { levels[Int(level)] += 1 }
        var smooth = (0..<256).map { level in
            levels[max(0, level - tolerance)...min(255, level + tolerance)].reduce(0, +)
        }
        let least = leastShare * Double(neutral.count)
        guard let first = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[first]) >= least else {
            return nil
        }
        for level in max(0, first - separation)...min(255, first + separation) { smooth[level] = 0 }
        guard let second = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[second]) >= least else {
            return nil
        }
        return (first, second)
    }

    /// +1 where a pixel is of the first grey, −1 where it is of the second, else 0.
    private static func signs(of neutral: [Int16], _ greys: (first: Int, second: Int)) -> [Int8] {
        var signs = [Int8](repeating: 0, count: neutral.count)
        var target = signs.mutableSpan
        let levels = neutral.span
        let (first, second) = (Int16(greys.first), Int16(greys.second))
        for i in 0..<target.count where levels[i] >= 0 {
            if abs(levels[i] - second) <= membership {
                target[i] = -1
            } else if abs(levels[i] - first) <= membership {
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
