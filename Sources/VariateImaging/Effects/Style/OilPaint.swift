extension Image {
    /// The picture in oils: strokes along the forms, thick paint that catches the light.
    ///
    /// An anisotropic Kuwahara filter (Kuwahara et al. 1976; Kyprianidis, Kang and Döllner 2009) lays the paint; noise
    /// drawn out along the flow (line integral convolution, Cabral and Leedom 1993) is taken for the paint's height and
    /// lit from the top left (own recipe).
    /// - Parameters:
    ///   - amount: 0...1: broader strokes and thicker paint.
    ///   - seed: which strokes.
    public func oilPainted(amount: Double, seed: UInt64) -> Image {
        let unit = Double(size.longestSide) / 1000
        let planes = ColorPlanes(encoded: self)
        let field = FlowField(of: planes.luminance(), sigma: 5 * unit)
        let painted = planes.kuwahara(radius: max(1.2, (4 + 5 * amount) * unit), field: field)
        let bristle = max(0.5, 1.1 * unit)
        let noise = LatticeNoise(seed: seed).grain(size: size).softened(sigma: bristle)
        let strokes = field.streaked(noise, steps: max(3, Int((10 + 10 * amount) * unit)))
        let relief = Float((2.2 + 2.2 * amount) * unit.squareRoot() * (bristle < 0.6 ? 0.5 : 1))
        var result = painted
        strokes.forEachCentralDifference { i, dx, dy in
            let facing = max(-0.22, min(0.22, (dx + dy) * relief + strokes.samples[i] * 0.9))
            result.red[i] *= 1 + facing * (1.15 - result.red[i])
            result.green[i] *= 1 + facing * (1.15 - result.green[i])
            result.blue[i] *= 1 + facing * (1.15 - result.blue[i])
        }
        var grade = ColorGrade()
        grade.saturation = 1.18
        grade.contrast = 1.15
        return grade.applied(to: result.sharpened(sigma: max(0.6, 1.2 * unit), amount: 0.7).encodedImage(alphaOf: self))
    }
}
