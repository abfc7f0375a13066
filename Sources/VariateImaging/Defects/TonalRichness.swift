/// How many distinct tones a picture uses: a posterised one uses few, with nothing in between.
public struct TonalRichness: Sendable, Equatable {
    /// Of 64 equal bins a channel, how many hold more than 0.15 % of the pixels; the mean over red, green and blue, 0…64.
    public let occupiedBins: Double
    /// Of the bins between a channel's darkest and its brightest, how many are empty (0.02 % of the pixels or less); the
    /// mean over red, green and blue, 0…62. A drawing on white has few tones too, but no gaps between them.
    public let emptyBins: Double

    static let levelsPerBin = 4
    static let occupiedShare = 0.0015
    static let emptyShare = 0.0002

    /// Measures the native channels.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let pixels = Double(picture.luma.size.pixelCount)
        var occupied = 0
        var empty = 0
        for histogram in picture.histograms.channels {
            let shares = stride(from: 0, to: histogram.counts.count, by: Self.levelsPerBin).map { bin in
                Double(histogram.counts[bin..<bin + Self.levelsPerBin].reduce(0, +)) / pixels
            }
            occupied += shares.count { $0 > Self.occupiedShare }
            let filled = shares.indices.filter { shares[$0] > Self.emptyShare }
            if let first = filled.first, let last = filled.last { empty += last - first + 1 - filled.count }
        }
        occupiedBins = Double(occupied) / Double(picture.channels.count)
        emptyBins = Double(empty) / Double(picture.channels.count)
    }
}
