extension Image {
    /// The picture printed with a dot screen in one dark ink over flat colour.
    ///
    /// An amplitude-modulated screen at 45° (Ulichney: Digital Halftoning, 1987): dots grow with darkness, their edges
    /// antialiased over a pixel and a half.
    /// - Parameters:
    ///   - hue: the ink's OkLab hue, in degrees; the paper leans to the opposite one.
    ///   - dots: dots along the longest side, 60...200.
    ///   - coloring: 0 (ink on paper) to 1 (ink over the picture's own flat colours).
    public func halftone(hue: Double, dots: Double, coloring: Double) -> Image {
        let unit = Double(size.longestSide) / 1000
        let planes = ColorPlanes(encoded: self)
        let luma = planes.luminance().softened(sigma: max(0.5, 1.2 * unit))
        let flat = planes.smoothedWithinEdges(spatial: 14 * unit, range: 0.7)
        let cell = max(7.5, Double(size.longestSide) / dots)
        let frequency = Float(2 * Double.pi / cell)
        // One table of the cosine serves every pixel.
        let steps = 4096
        let waves = (0..<steps).map { Float(cosine(2 * .pi * Double($0) / Double(steps))) }
        let toStep = Float(steps) / (2 * .pi)
        let ink = OkLab.encoded(lab: SIMD3(0.26, OkLab.plane(hue: hue, chroma: 0.085)))
        let paper = OkLab.encoded(lab: SIMD3(0.945, OkLab.plane(hue: hue + 180, chroma: 0.03)))
        let (inkColour, paperColour) = (SIMD3<Float>(ink), SIMD3<Float>(paper))
        let tint = Float(coloring)
        // The screen's steepest slope is a third of its frequency: a transition of 1.5 pixels.
        let softness = 0.5 * frequency
        var result = flat
        for y in 0..<size.height {
            for x in 0..<size.width {
                let i = y * size.width + x
                let u = Int((Float(x) + Float(y)) * frequency * toStep * 0.70710678) & (steps - 1)
                let v = Int((Float(x) - Float(y)) * frequency * toStep * 0.70710678) & (steps - 1)
                let screen = (waves[u] + waves[v]) * 0.25 + 0.5
                let level = max(0.06, min(0.94, 0.08 + 0.92 * luma.samples[i]))
                let cover = max(0, min(1, (level - screen) / softness + 0.5))
                let own = SIMD3(flat.red[i], flat.green[i], flat.blue[i])
                let ground = paperColour + (own * 0.55 + 0.43 - paperColour) * tint
                let colour = inkColour + (ground - inkColour) * cover
                result.red[i] = colour.x
                result.green[i] = colour.y
                result.blue[i] = colour.z
            }
        }
        return result.encodedImage(alphaOf: self)
    }
}
