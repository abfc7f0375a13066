extension Image {
    /// The picture as a copper engraving: lines that swell with darkness, crossed in the shadows.
    ///
    /// Line screens as in Ulichney (Digital Halftoning, 1987), bent by brightness so that they seem to follow the forms.
    /// - Parameters:
    ///   - amount: 0...1: coarser lines.
    ///   - hue: the ink's OkLab hue, in degrees.
    public func engraved(amount: Double, hue: Double) -> Image {
        let longest = Double(size.longestSide)
        let unit = longest / 1000
        let luma = ColorPlanes(encoded: self).smoothedWithinEdges(spatial: 3 * unit, range: 0.4).luminance()
        let form = luma.softened(sigma: max(1, 7 * unit))
        let period = max(3.5, (5.2 + 1.6 * amount) * unit)
        let ink = SIMD3<Float>(OkLab.encoded(lab: SIMD3(0.2, OkLab.plane(hue: hue, chroma: 0.05))))
        let paper = SIMD3<Float>(OkLab.encoded(lab: SIMD3(0.955, OkLab.plane(hue: 88, chroma: 0.02))))
        let bend = Float(9 * unit)
        let inverse = Float(1 / period)
        let edge = 1.4 * inverse
        var result = samples
        for y in 0..<height {
            for x in 0..<width {
                let i = y * width + x
                let level = max(0, min(1, luma.samples[i] * 1.06))
                let shift = form.samples[i] * bend
                let (px, py) = (Float(x), Float(y))
                let first = Self.line((py + 0.35 * px + shift) * inverse, level, 0.97, edge)
                let second = Self.line((0.85 * px - 0.6 * py + shift) * inverse, level, 0.5, edge)
                let third = Self.line((0.2 * px + py - shift) * inverse * 1.13 + 0.3, level, 0.24, edge)
                let colour = (ink + (paper - ink) * (first * second * third)) * 255 + 0.5
                result[4 * i] = UInt8(colour.x)
                result[4 * i + 1] = UInt8(colour.y)
                result[4 * i + 2] = UInt8(colour.z)
            }
        }
        return Image(size: size, samples: result)
    }

    /// 0 on a line, 1 between lines; lines fill `limit − level` of the period and vanish at `limit`.
    @inline(__always)
    private static func line(_ phase: Float, _ level: Float, _ limit: Float, _ edge: Float) -> Float {
        guard level < limit else { return 1 }
        let fraction = phase - phase.rounded(.down)
        let distance = abs(fraction - 0.5) * 2
        let cover = 0.9 * (limit - level) / limit
        // Lines thinner than a pixel grow pale instead of thinner still.
        let ink = max(0, min(1, 0.5 - (distance - cover) / (2 * edge)))
        return 1 - ink * min(1, cover / edge)
    }
}
