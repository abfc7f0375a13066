extension Image {
    /// The picture as a frame of a film: teal shadows, warm skin, crushed corners, highlights with a halo.
    ///
    /// Own recipe of a `ColorGrade`, a glow and a vignette.
    /// - Parameter amount: 0...1.
    public func cinematic(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.35 * amount
        grade.contrast = 1 + 0.4 * amount
        grade.pivot = 0.6
        grade.saturation = 1 - 0.15 * amount
        grade.shadowTint = OkLab.plane(hue: 205, chroma: 0.06 * amount)
        grade.highlightTint = OkLab.plane(hue: 70, chroma: 0.04 * amount)
        grade.black = 0.03
        return grade.applied(to: self).glowing(amount: 0.25 * amount, radius: 0.012, threshold: 0.4)
            .vignetted(stops: 1.1 * amount)
    }
}
