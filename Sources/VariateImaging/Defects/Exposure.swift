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

        var clipped = 0
        var bent = 0
        let samples = picture.native.samples.span
        var i = 0
        while i + 3 < samples.count {
            let highest = max(samples[i], max(samples[i + 1], samples[i + 2]))
            if highest >= Self.clippedLevel {
                clipped += 1
                let lowest = min(samples[i], min(samples[i + 1], samples[i + 2]))
                if lowest < Self.bentLevel { bent += 1 }
            }
            i += Image.channels
        }
        clippedShare = Double(clipped) / pixels
        bentShare = Double(bent) / pixels
    }
}
