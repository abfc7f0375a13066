extension Image {
    /// The picture in a threatening mood: green-blue shade, a pool of light in the middle, haze in the distance.
    ///
    /// Own recipe of haze, a `ColorGrade` and a spotlight.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - center: what stays lit, 0...1 across and down.
    public func mysterious(amount: Double, center: SIMD2<Double>) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.5 * amount
        grade.contrast = 1 + 0.3 * amount
        grade.saturation = 1 - 0.35 * amount
        grade.shadowTint = OkLab.plane(hue: 180, chroma: 0.06 * amount)
        grade.highlightTint = OkLab.plane(hue: 140, chroma: 0.03 * amount)
        return grade.applied(to: hazed(amount: 0.45 * amount, airHue: 180))
            .spotlit(center: center, amount: 0.55 * amount, warmth: -0.4)
    }
}
