/// How many distinct tones a picture uses: a posterised one uses few.
public struct TonalRichness: Sendable, Equatable {
    /// Of 64 equal bins a channel, how many hold more than 0.15 % of the pixels; the mean over red, green and blue, 0…64.
    public let occupiedBins: Double

    static let bins = 64
    static let levelsPerBin = 4
    static let leastShare = 0.0015

    /// Measures the native raster.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        var counts = [Int](repeating: 0, count: 3 * Self.bins)
        let samples = picture.native.samples.span
        var i = 0
        while i + 3 < samples.count {
            counts[Int(samples[i]) / Self.levelsPerBin] += 1
            counts[Self.bins + Int(samples[i + 1]) / Self.levelsPerBin] += 1
            counts[2 * Self.bins + Int(samples[i + 2]) / Self.levelsPerBin] += 1
            i += Image.channels
        }
        let least = Self.leastShare * Double(picture.native.size.pixelCount)
        occupiedBins = Double(counts.count { Double($0) > least }) / 3
    }
}
