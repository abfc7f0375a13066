extension Image {
    /// The picture in low key: most of it dark, a few lights that carry it.
    ///
    /// Own recipe of a `ColorGrade` and a spotlight, after the studio lighting of that name.
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
}
