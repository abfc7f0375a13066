extension Image {
    /// The picture in high key: bright, airy, open shadows, highlights that still have drawing.
    ///
    /// - Parameter amount: 0...1; exposure rises by up to 1.1 stops under a rolled-off shoulder.
    public func highKey(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 1.1 * amount
        grade.gamma = 1 - 0.28 * amount
        grade.black = 0.07 * amount
        grade.white = 0.975
        grade.saturation = 1 - 0.22 * amount
        grade.contrast = 1 + 0.1 * amount
        grade.pivot = 0.75
        return grade.applied(to: self)
    }

    /// The picture in low key: most of it dark, a few lights that carry it.
    ///
    /// - Parameters:
    ///   - amount: 0...1; at 1 exposure falls by 1.1 stops.
    ///   - center: what stays lit, 0...1 across and down.
    public func lowKey(amount: Double, center: SIMD2<Double>) -> Image {
        var grade = ColorGrade()
        grade.exposure = -1.1 * amount
        grade.contrast = 1 + 0.55 * amount
        grade.pivot = 0.62
        grade.saturation = 1 - 0.2 * amount
        grade.shadowTint = OkLab.plane(hue: 250, chroma: 0.018 * amount)
        return grade.applied(to: self).spotlit(center: center, amount: 0.35 * amount, warmth: 0.3)
    }

    /// The picture on slide film: more exposure or less, deep blacks, a long shoulder and dense colours.
    ///
    /// - Parameters:
    ///   - stops: exposure, −1.5...1.5.
    ///   - amount: 0...1, the curve's strength.
    public func filmic(stops: Double, amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = stops
        grade.contrast = 1 + 0.6 * amount
        grade.pivot = 0.58
        grade.saturation = 1 + 0.22 * amount
        grade.vibrance = 1 + 0.3 * amount
        return grade.applied(to: self)
    }
}
