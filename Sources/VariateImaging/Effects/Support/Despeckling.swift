extension Image {
    /// Share of pixels of which a channel lies more than `limit` levels from the median of its 3 × 3 neighbourhood.
    ///
    /// 0 for smooth pictures, about 0.05 for sharp foliage; lower is calmer.
    public func speckleShare(limit: Int = 64) -> Double {
        var isSpeckle = [Bool](repeating: false, count: size.pixelCount)
        for channel in 0..<3 {
            let median = self.channel(channel).median3x3().samples
            for i in 0..<median.count where abs(Int(samples[4 * i + channel]) - Int(median[i])) > limit {
                isSpeckle[i] = true
            }
        }
        var count = 0
        for speckle in isSpeckle where speckle { count += 1 }
        return Double(count) / Double(size.pixelCount)
    }

    /// The picture with lone bright, dark or odd-coloured pixels brought to within `limit` levels of the median of their
    /// neighbours, channel by channel.
    ///
    /// Only outliers change: edges and lines stay as they are.
    public func despeckled(limit: Int = 56) -> Image {
        var result = samples
        for channel in 0..<3 {
            let median = self.channel(channel).median3x3().samples
            for i in 0..<median.count {
                let middle = Int(median[i])
                let value = Int(samples[4 * i + channel])
                result[4 * i + channel] = UInt8(max(middle - limit, min(middle + limit, value)))
            }
        }
        return Image(size: size, samples: result)
    }

    /// Mean luma (BT.601) of all pixels, 0...255.
    public var meanLuma: Double {
        LevelHistogram(luma()).mean
    }
}
