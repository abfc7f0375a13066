/// How many distinct tones a picture uses: a posterised one uses few.
public struct TonalRichness: Sendable, Equatable {
    /// Of 64 equal bins a channel, how many hold more than 0.15 % of the pixels; the mean over red, green and blue, 0…64.
    public let occupiedBins: Double

    static let levelsPerBin = 4
    static let leastShare = 0.0015

    /// Measures the native channels.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let least = Self.leastShare * Double(picture.luma.size.pixelCount)
        var occupied = 0
        for histogram in picture.histograms.channels {
            let levels = histogram.counts
            for bin in stride(from: 0, to: levels.count, by: Self.levelsPerBin) {
                let count = levels[bin..<bin + Self.levelsPerBin].reduce(0, +)
                if Double(count) > least { occupied += 1 }
            }
        }
        occupiedBins = Double(occupied) / Double(picture.channels.count)
    }
}
