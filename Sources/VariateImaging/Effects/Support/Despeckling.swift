extension Image {
    /// Share of pixels whose luma lies more than `limit` levels from the median of their 3 × 3 neighbourhood.
    ///
    /// 0 for smooth pictures, about 0.05 for sharp foliage; lower is calmer.
    public func speckleShare(limit: Int = 64) -> Double {
        let (luma, median) = lumaAndMedian()
        var count = 0
        for i in 0..<luma.count where abs(Int(luma[i]) - Int(median[i])) > limit { count += 1 }
        return Double(count) / Double(luma.count)
    }

    /// The picture with lone bright or dark pixels brought to within `limit` levels of their neighbours' median luma.
    ///
    /// Only outliers change, by a shift that is the same for all channels: edges and lines stay as they are.
    public func despeckled(limit: Int = 56) -> Image {
        let (luma, median) = lumaAndMedian()
        var result = samples
        for i in 0..<luma.count {
            let deviation = Int(luma[i]) - Int(median[i])
            let change = max(-limit, min(limit, deviation)) - deviation
            if change == 0 { continue }
            for channel in 4 * i..<4 * i + 3 {
                result[channel] = UInt8(max(0, min(255, Int(result[channel]) + change)))
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

    /// Luma (BT.601 in 8 bits) and the median of its 3 × 3 neighbourhood; the border repeats.
    private func lumaAndMedian() -> (luma: [UInt8], median: [UInt8]) {
        var luma = [UInt8](repeating: 0, count: size.pixelCount)
        for i in 0..<luma.count {
            let sum = 77 * Int(samples[4 * i]) + 150 * Int(samples[4 * i + 1]) + 29 * Int(samples[4 * i + 2])
            luma[i] = UInt8((sum + 128) >> 8)
        }
        var median = luma
        for y in 0..<height {
            let above = max(0, y - 1) * width
            let row = y * width
            let below = min(height - 1, y + 1) * width
            for x in 0..<width {
                let left = max(0, x - 1)
                let right = min(width - 1, x + 1)
                let first = Self.sorted(luma[above + left], luma[row + left], luma[below + left])
                let second = Self.sorted(luma[above + x], luma[row + x], luma[below + x])
                let third = Self.sorted(luma[above + right], luma[row + right], luma[below + right])
                // The median of nine is that of the largest low, the middle middle and the smallest high (Paeth 1990).
                let low = max(first.low, second.low, third.low)
                let middle = Self.sorted(first.middle, second.middle, third.middle).middle
                let high = min(first.high, second.high, third.high)
                median[row + x] = Self.sorted(low, middle, high).middle
            }
        }
        return (luma, median)
    }

    @inline(__always)
    private static func sorted(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> (low: UInt8, middle: UInt8, high: UInt8) {
        let (small, large) = (min(a, b), max(a, b))
        return (min(small, c), max(small, min(large, c)), max(large, c))
    }
}
