/// Where a picture's tones lie, and how many of them are lost at the bright end.
public struct Exposure: Sendable, Equatable {
    /// Share of pixels with a channel at 250 or above, 0…1.
    public let clippedShare: Double
    /// Share of pixels with a channel at 250 or above and another below 236: colours bent by clipping, 0…1.
    public let bentShare: Double
    /// Share of pixels at level 16 or below, 0…1: black without detail.
    public let blackShare: Double
    /// The least of the channels' 99th percentiles: near 0 when a channel is missing.
    public let weakestChannel: Double
    /// 1st percentile of luma.
    public let darkest: Double
    /// 10th percentile of luma.
    public let shadows: Double
    /// 95th percentile of luma.
    public let bright: Double
    /// 99th percentile of luma.
    public let brightest: Double

    /// Width of the range that holds all but the darkest and brightest hundredth, in levels.
    public var range: Double { brightest - darkest }

    static let clippedLevel: UInt8 = 250
    static let bentLevel: UInt8 = 236
    static let blackLevels = 0...16

    /// Measures the native rasters.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let levels = picture.histograms.luma.counts
        darkest = OrderStatistics.percentile(histogram: levels, 1)
        shadows = OrderStatistics.percentile(histogram: levels, 10)
        bright = OrderStatistics.percentile(histogram: levels, 95)
        brightest = OrderStatistics.percentile(histogram: levels, 99)

        weakestChannel =
            picture.histograms.channels.map { OrderStatistics.percentile(histogram: $0.counts, 99) }.min() ?? 0

        let pixels = Double(picture.luma.samples.count)
        blackShare = Double(levels[Self.blackLevels].reduce(0, +)) / pixels
        let (red, green, blue) = (picture.channels[0], picture.channels[1], picture.channels[2])
        var marks = ClippingMarks(width: red.width)
        var (clipped, bent) = (0, 0)
        for y in 0..<red.height {
            marks.mark(red.row(y), green.row(y), blue.row(y))
            clipped += countOfOnes(marks.clipped.span)
            bent += countOfOnes(marks.bent.span)
        }
        clippedShare = Double(clipped) / pixels
        bentShare = Double(bent) / pixels
    }
}

/// Where a row's pixels are clipped.
private struct ClippingMarks {
    /// 1 where a channel is clipped, else 0.
    private(set) var clipped: [UInt8]
    /// 1 where a channel is clipped and another is well below, else 0.
    private(set) var bent: [UInt8]

    init(width: Int) {
        clipped = [UInt8](repeating: 0, count: width)
        bent = clipped
    }

    mutating func mark(_ red: Span<UInt8>, _ green: Span<UInt8>, _ blue: Span<UInt8>) {
        Self.mark(red, green, blue, clipped: &clipped, bent: &bent)
    }

    private static func mark(
        _ red: Span<UInt8>, _ green: Span<UInt8>, _ blue: Span<UInt8>, clipped: inout [UInt8], bent: inout [UInt8]
    ) {
        var clippedMarks = clipped.mutableSpan
        var bentMarks = bent.mutableSpan
        let count = red.count
        precondition(green.count == count && blue.count == count)
        precondition(clippedMarks.count == count && bentMarks.count == count)
        for i in 0..<count {
            let highest = max(red[i], max(green[i], blue[i]))
            let lowest = min(red[i], min(green[i], blue[i]))
            let isClipped: UInt8 = highest >= Exposure.clippedLevel ? 1 : 0
            clippedMarks[i] = isClipped
            bentMarks[i] = isClipped & (lowest < Exposure.bentLevel ? 1 : 0)
        }
    }
}
