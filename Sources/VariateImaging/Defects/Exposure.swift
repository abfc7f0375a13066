/// Where a picture's tones lie, and how many of them are lost at the bright end.
public struct Exposure: Sendable, Equatable {
    /// Share of pixels with a channel at 250 or above, 0…1.
    public let clippedShare: Double
    /// Share of pixels with a channel at 250 or above and another below 236: colours bent by clipping, 0…1.
    public let bentShare: Double
    /// Mean luma of the pixels that are neither black nor white (6 < luma < 246); 255 when hardly any are left.
    public let midtoneMean: Double
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
    static let midtones = 7..<246
    /// With a smaller share of midtones than this, their mean says nothing.
    static let leastMidtoneShare = 0.005

    /// Measures the native rasters.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let levels = LevelHistogram(picture.luma).counts
        darkest = OrderStatistics.percentile(histogram: levels, 1)
        shadows = OrderStatistics.percentile(histogram: levels, 10)
        bright = OrderStatistics.percentile(histogram: levels, 95)
        brightest = OrderStatistics.percentile(histogram: levels, 99)

        let pixels = Double(picture.luma.samples.count)
        var count = 0
        var sum = 0
        for level in Self.midtones {
            count += levels[level]
            sum += levels[level] * level
        }
        midtoneMean = Double(count) > pixels * Self.leastMidtoneShare ? Double(sum) / Double(count) : 255

        let lost = Self.countClipped(
            picture.channels[0].samples, picture.channels[1].samples, picture.channels[2].samples)
        clippedShare = Double(lost.clipped) / pixels
        bentShare = Double(lost.bent) / pixels
    }

    private static func countClipped(
        _ redSamples: [UInt8], _ greenSamples: [UInt8], _ blueSamples: [UInt8]
    ) -> (clipped: Int, bent: Int) {
        let (red, green, blue) = (redSamples.span, greenSamples.span, blueSamples.span)
        precondition(green.count == red.count && blue.count == red.count)
        var clipped: Int32 = 0
        var bent: Int32 = 0
        for i in 0..<red.count {
            let highest = max(red[i], max(green[i], blue[i]))
            let lowest = min(red[i], min(green[i], blue[i]))
            clipped &+= highest >= clippedLevel ? 1 : 0
            bent &+= (highest >= clippedLevel && lowest < bentLevel) ? 1 : 0
        }
        return (Int(clipped), Int(bent))
    }
}
