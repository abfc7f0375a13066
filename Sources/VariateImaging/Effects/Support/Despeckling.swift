extension Image {
    /// Share of pixels of which a channel lies more than `limit` levels from the median of its 3 × 3 neighbourhood.
    ///
    /// 0 for smooth pictures, about 0.05 for sharp foliage; lower is calmer.
    public func speckleShare(limit: Int = 64) -> Double {
        var isSpeckle = [Bool](repeating: false, count: size.pixelCount)
        for channel in 0..<3 {
            let median = neighbourhoodMedian(channel: channel)
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
            let median = neighbourhoodMedian(channel: channel)
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
        var sum = 0
        for i in 0..<size.pixelCount {
            sum += 77 * Int(samples[4 * i]) + 150 * Int(samples[4 * i + 1]) + 29 * Int(samples[4 * i + 2])
        }
        return Double(sum) / 256 / Double(size.pixelCount)
    }

    /// The median of one channel over each 3 × 3 neighbourhood; the border repeats.
    private func neighbourhoodMedian(channel: Int) -> [UInt8] {
        var plane = [UInt8](repeating: 0, count: size.pixelCount)
        for i in 0..<plane.count { plane[i] = samples[4 * i + channel] }
        var median = plane
        for y in 0..<height {
            let above = max(0, y - 1) * width
            let row = y * width
            let below = min(height - 1, y + 1) * width
            // Each column is sorted once and serves three neighbourhoods.
            var first = Self.sorted(plane[above], plane[row], plane[below])
            var second = first
            for x in 0..<width {
                let right = min(width - 1, x + 1)
                let third = Self.sorted(plane[above + right], plane[row + right], plane[below + right])
                // The median of nine is that of the largest low, the middle middle and the smallest high (Paeth 1990).
                let low = max(first.low, second.low, third.low)
                let middle = Self.sorted(first.middle, second.middle, third.middle).middle
                let high = min(first.high, second.high, third.high)
                median[row + x] = Self.sorted(low, middle, high).middle
                first = second
                second = third
            }
        }
        return median
    }

    @inline(__always)
    private static func sorted(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> (low: UInt8, middle: UInt8, high: UInt8) {
        let (small, large) = (min(a, b), max(a, b))
        return (min(small, c), max(small, min(large, c)), max(large, c))
    }
}
