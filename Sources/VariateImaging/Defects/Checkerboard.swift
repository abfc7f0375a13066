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
    static let membership: UInt8 = 7
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
        guard let greys = commonestGreys(channels) else { return 0 }
        let squares = squares(of: greys, in: channels)
        let members = (0..<size.height).reduce(0) { $0 + countOfMembers(squares.row($1)) }
        let coverage = min(1, Double(members) / Double(size.pixelCount) / fullShare)
        var best = 0.0
        for side in sides where 3 * side < size.shortestSide {
            best = max(best, alternation(squares, side: side, atLeast: best))
        }
        return best * coverage
    }

    /// The two commonest neutral greys, far enough apart and common enough.
    private static func commonestGreys(_ channels: [Plane<UInt8>]) -> (UInt8, UInt8)? {
        let (red, green, blue) = (channels[0], channels[1], channels[2])
        let least = leastShare * Double(green.size.pixelCount)
        var neutral = NeutralMarks(width: green.width)
        var counts = [Int](repeating: 0, count: 2 * LevelHistogram.levelCount)
        for y in 0..<green.height {
            neutral.mark(red.row(y), green.row(y), blue.row(y))
            if countOfOnes(neutral.marks.span) > 0 { count(green.row(y), where: neutral.marks, in: &counts) }
        }
        let levels = Array(counts[LevelHistogram.levelCount...])
        var smooth = (0..<256).map { level in
            levels[max(0, level - tolerance)...min(255, level + tolerance)].reduce(0, +)
        }
        guard let first = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[first]) >= least else {
            return nil
        }
        for level in max(0, first - separation)...min(255, first + separation) { smooth[level] = 0 }
        guard let second = smooth.indices.max(by: { smooth[$0] < smooth[$1] }), Double(smooth[second]) >= least else {
            return nil
        }
        return (UInt8(first), UInt8(second))
    }

    /// Counts the levels of marked pixels in the upper half of `counts`, and of the others in the lower: no branch to guess.
    private static func count(_ levels: Span<UInt8>, where marks: [UInt8], in counts: inout [Int]) {
        var target = counts.mutableSpan
        let marks = marks.span
        precondition(marks.count == levels.count && target.count == 2 * LevelHistogram.levelCount)
        for i in 0..<levels.count {
            target[Int(levels[i]) | Int(marks[i] & 1) &<< 8] &+= 1
        }
    }

    /// 1 where a pixel is of the first grey, 3 where it is of the second, else 0.
    private static func squares(of greys: (first: UInt8, second: UInt8), in channels: [Plane<UInt8>]) -> Plane<UInt8> {
        let (red, green, blue) = (channels[0], channels[1], channels[2])
        var neutral = NeutralMarks(width: green.width)
        var row = [UInt8](repeating: 0, count: green.width)
        var result: [UInt8] = []
        result.reserveCapacity(green.size.pixelCount)
        for y in 0..<green.height {
            neutral.mark(red.row(y), green.row(y), blue.row(y))
            classify(green.row(y), neutral.marks, greys, into: &row)
            result.append(contentsOf: row)
        }
        return Plane(size: green.size, samples: result)
    }

    private static func classify(
        _ levels: Span<UInt8>, _ marks: [UInt8], _ greys: (first: UInt8, second: UInt8), into row: inout [UInt8]
    ) {
        var target = row.mutableSpan
        let marks = marks.span
        precondition(levels.count == target.count && marks.count == target.count)
        for i in 0..<target.count {
            let toFirst = max(levels[i], greys.first) &- min(levels[i], greys.first)
            let toSecond = max(levels[i], greys.second) &- min(levels[i], greys.second)
            let isFirst: UInt8 = toFirst <= membership ? 1 : 0
            let isSecond: UInt8 = toSecond <= membership ? 3 : 0
            target[i] = (isFirst | isSecond) & (0 &- marks[i])
        }
    }

    private static func countOfMembers(_ row: Span<UInt8>) -> Int {
        var count = 0
        for i in 0..<row.count { count &+= Int(row[i] & 1) }
        return count
    }

    /// The least of: −correlation one square to the right, −correlation one square down, correlation diagonally. 0 where it
    /// is not above `least`: what is costly to find is not sought where it cannot matter.
    private static func alternation(_ squares: Plane<UInt8>, side: Int, atLeast least: Double) -> Double {
        let rows = stride(from: 0, to: squares.height - side, by: rowStep)
        let width = squares.width
        var across = Agreement(width: width - side)
        for y in rows {
            across.add(squares.row(y).extracting(0..<width - side), squares.row(y).extracting(side..<width))
        }
        if -across.mean <= least { return 0 }
        var down = Agreement(width: width)
        for y in rows { down.add(squares.row(y), squares.row(y + side)) }
        if -down.mean <= least { return 0 }
        var diagonal = Agreement(width: width - side)
        for y in rows {
            diagonal.add(squares.row(y).extracting(0..<width - side), squares.row(y + side).extracting(side..<width))
        }
        return min(-across.mean, -down.mean, diagonal.mean)
    }
}

/// Which pixels of a row are neutral.
private struct NeutralMarks {
    /// 1 where the channels hardly differ, else 0.
    private(set) var marks: [UInt8]

    init(width: Int) {
        marks = [UInt8](repeating: 0, count: width)
    }

    mutating func mark(_ red: Span<UInt8>, _ green: Span<UInt8>, _ blue: Span<UInt8>) {
        var target = marks.mutableSpan
        let count = target.count
        precondition(red.count == count && green.count == count && blue.count == count)
        for i in 0..<count {
            let spread = max(red[i], max(green[i], blue[i])) &- min(red[i], min(green[i], blue[i]))
            target[i] = spread < Checkerboard.neutralSpread ? 1 : 0
        }
    }
}

/// How often two pixels of the two greys are of the same one: products of +1 and −1, summed and counted.
private struct Agreement {
    private var sum = 0
    private var count = 1
    /// 1 where both pixels are of a grey, and where these are different.
    private var pairs: [UInt8]
    private var opposites: [UInt8]

    init(width: Int) {
        pairs = [UInt8](repeating: 0, count: width)
        opposites = pairs
    }

    /// The mean product, with one pair too many counted, so that it is 0 where there is none.
    var mean: Double { Double(sum) / Double(count) }

    mutating func add(_ first: Span<UInt8>, _ second: Span<UInt8>) {
        compareGreys(first, second, pairs: &pairs, opposites: &opposites)
        let found = countOfOnes(pairs.span)
        sum += found - 2 * countOfOnes(opposites.span)
        count += found
    }
}

private func compareGreys(
    _ first: Span<UInt8>, _ second: Span<UInt8>, pairs: inout [UInt8], opposites: inout [UInt8]
) {
    var both = pairs.mutableSpan
    var different = opposites.mutableSpan
    let count = both.count
    precondition(first.count == count && second.count == count && different.count == count)
    for i in 0..<count {
        let isPair = first[i] & second[i] & 1
        both[i] = isPair
        different[i] = (first[i] ^ second[i]) &>> 1 & isPair
    }
}
