/// How often each 8-bit level occurs, and the statistics that follow from it: exact, from integers.
///
/// Equal to Pillow's `ImageStat.Stat` of the same band.
public struct LevelHistogram: Sendable, Equatable {
    /// Number of levels.
    public static let levelCount = 256

    /// The number of pixels of each level, 0…255.
    public let counts: [Int]
    /// Count, sum and sum of squares of the levels.
    public let moments: IntegerMoments

    /// Counts the levels of a plane.
    /// - Complexity: O(pixels).
    public init(_ plane: Plane<UInt8>) {
        self.init(plane.samples, first: 0, step: 1)
    }

    /// Counts the levels of one channel of a picture: 0 red, 1 green, 2 blue, 3 alpha.
    /// - Complexity: O(pixels).
    /// - Precondition: `channel` is 0…3.
    public init(_ image: Image, channel: Int) {
        precondition((0..<Image.channels).contains(channel), "no channel \(channel)")
        self.init(image.samples, first: channel, step: Image.channels)
    }

    private init(_ samples: [UInt8], first: Int, step: Int) {
        var counts = [Int](repeating: 0, count: Self.levelCount)
        let all = samples.span
        var i = first
        while i < all.count {
            counts[Int(all[i])] += 1
            i += step
        }
        self.init(counts: counts)
    }

    /// Wraps the numbers of pixels of each level.
    /// - Precondition: there are 256 of them.
    init(counts: [Int]) {
        precondition(counts.count == Self.levelCount)
        var moments = IntegerMoments()
        for (level, count) in counts.enumerated() {
            moments.add(count: count, sum: level * count, sumOfSquares: level * level * count)
        }
        self.counts = counts
        self.moments = moments
    }

    /// The mean level.
    public var mean: Double { moments.mean }
    /// The population variance of the levels, in squared levels.
    public var variance: Double { moments.variance }
    /// The population standard deviation of the levels.
    public var standardDeviation: Double { moments.standardDeviation }

    /// The lowest and the highest level that occur.
    public var extrema: ClosedRange<Int> {
        let lowest = counts.firstIndex { $0 > 0 } ?? 0
        return lowest...(counts.lastIndex { $0 > 0 } ?? lowest)
    }

    /// The level in the middle of the sorted levels, the upper of the two where their number is even.
    public var median: Int { level(below: 0.5) }

    /// The lowest level such that more than `share` (rounded down to whole pixels) of the pixels are at or below it.
    /// - Precondition: `share` is 0 up to, but not including, 1.
    public func level(below share: Double) -> Int {
        precondition((0..<1).contains(share), "a share of pixels is 0 up to 1, not \(share)")
        let pixels = Int(share * Double(moments.count))
        var seen = 0
        for (level, count) in counts.enumerated() {
            seen += count
            if seen > pixels { return level }
        }
        return Self.levelCount - 1
    }
}
