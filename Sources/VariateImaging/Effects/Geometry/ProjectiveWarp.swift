extension Image {
    /// The picture seen through a framing: same size, resampled once with Keys' bicubic kernel (1981, a = −0.5).
    ///
    /// Colours are weighted by their alpha, so that what is transparent leaks no colour. Samples beyond the border, of
    /// which a framing asks for half a pixel at most unless it continues the borders, repeat the nearest one.
    /// - Complexity: O(pixels), 16 taps each.
    public func reframed(_ framing: Framing) -> Image {
        guard !framing.isIdentity else { return self }
        if framing.isMirrorAlone { return mirrored() }
        let map = framing.samplingMap(of: size)
        return warped { x, y in map.applied(x, y) }
    }

    /// The picture with left and right exchanged.
    public func mirrored() -> Image {
        var result = samples
        for y in 0..<height {
            for x in 0..<width {
                let from = 4 * (y * width + width - 1 - x)
                let to = 4 * (y * width + x)
                for channel in 0..<Self.channels { result[to + channel] = samples[from + channel] }
            }
        }
        return Image(size: size, samples: result)
    }

    /// The picture whose pixel centre (x, y) shows the source at `position(x, y)`, both in pixels from the top left.
    func warped(to target: Size? = nil, _ position: (Double, Double) -> SIMD2<Double>) -> Image {
        let target = target ?? size
        let isOpaque = isOpaque
        let source = samples
        let (lastColumn, lastRow) = (width - 1, height - 1)
        var result = [UInt8](repeating: 255, count: target.pixelCount * Self.channels)
        var out = 0
        for y in 0..<target.height {
            for x in 0..<target.width {
                let place = position(Double(x) + 0.5, Double(y) + 0.5) - SIMD2(0.5, 0.5)
                let left = place.x.rounded(.down)
                let top = place.y.rounded(.down)
                let across = Self.cubicWeights(Float(place.x - left))
                let down = Self.cubicWeights(Float(place.y - top))
                let column = Int(left)
                let row = Int(top)
                var sum = SIMD4<Float>(repeating: 0)
                for j in 0..<4 {
                    let line = max(0, min(row + j - 1, lastRow)) * width
                    var rowSum = SIMD4<Float>(repeating: 0)
                    for i in 0..<4 {
                        let at = 4 * (line + max(0, min(column + i - 1, lastColumn)))
                        let pixel = SIMD4<Float>(
                            Float(source[at]), Float(source[at + 1]), Float(source[at + 2]), Float(source[at + 3]))
                        if isOpaque {
                            rowSum += pixel * across[i]
                        } else {
                            rowSum +=
                                SIMD4(pixel.x * pixel.w, pixel.y * pixel.w, pixel.z * pixel.w, pixel.w) * across[i]
                        }
                    }
                    sum += rowSum * down[j]
                }
                if !isOpaque {
                    let alpha = sum.w
                    sum = alpha > 0.5 ? sum / alpha : SIMD4(repeating: 0)
                    sum.w = alpha
                }
                let levels = (sum + 0.5).clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 255))
                result[out] = UInt8(levels.x)
                result[out + 1] = UInt8(levels.y)
                result[out + 2] = UInt8(levels.z)
                result[out + 3] = UInt8(levels.w)
                out += Self.channels
            }
        }
        return Image(size: target, samples: result)
    }

    /// Keys' weights of the four neighbours at a fraction between the inner two.
    @inline(__always)
    private static func cubicWeights(_ t: Float) -> SIMD4<Float> {
        let t2 = t * t
        let t3 = t2 * t
        return SIMD4(
            -0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2)
    }
}
