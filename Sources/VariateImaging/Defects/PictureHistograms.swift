/// How often each level occurs in each channel of a picture and in its luma.
struct PictureHistograms: Sendable {
    /// Of red, green and blue.
    let channels: [LevelHistogram]
    /// Of the luma.
    let luma: LevelHistogram

    /// Counts all four planes at once: neighbouring pixels are often equal, and counting one level twice in a row is slow.
    /// - Complexity: O(pixels).
    /// - Precondition: there are three channels, and all planes are of one size.
    init(channels: [Plane<UInt8>], luma: Plane<UInt8>) {
        let levels = LevelHistogram.levelCount
        var counts = [UInt32](repeating: 0, count: 4 * levels)
        Self.count(channels[0].samples, channels[1].samples, channels[2].samples, luma.samples, in: &counts)
        let histograms = (0..<4).map { plane in
            LevelHistogram(counts: counts[plane * levels..<(plane + 1) * levels].map { Int($0) })
        }
        self.channels = Array(histograms[0..<3])
        self.luma = histograms[3]
    }

    private static func count(
        _ reds: [UInt8], _ greens: [UInt8], _ blues: [UInt8], _ lumas: [UInt8], in counts: inout [UInt32]
    ) {
        let (red, green, blue, luma) = (reds.span, greens.span, blues.span, lumas.span)
        let levels = LevelHistogram.levelCount
        var target = counts.mutableSpan
        precondition(target.count == 4 * levels)
        precondition(green.count == red.count && blue.count == red.count && luma.count == red.count)
        for i in 0..<red.count {
            target[Int(red[i])] &+= 1
            target[Int(green[i]) &+ levels] &+= 1
            target[Int(blue[i]) &+ 2 &* levels] &+= 1
            target[Int(luma[i]) &+ 3 &* levels] &+= 1
        }
    }
}
