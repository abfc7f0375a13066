extension Image {
    /// The picture in a sad mood: dim, cool, with little colour and soft contrast.
    ///
    /// Own recipe of a `ColorGrade` and a vignette.
    /// - Parameter amount: 0...1.
    public func melancholic(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.6 * amount
        grade.saturation = 1 - 0.6 * amount
        grade.contrast = 1 + 0.12 * amount
        grade.white = 1 - 0.08 * amount
        grade.black = 0.03 * amount
        grade.shadowTint = OkLab.plane(hue: 240, chroma: 0.05 * amount)
        grade.highlightTint = OkLab.plane(hue: 220, chroma: 0.025 * amount)
        return grade.applied(to: self).vignetted(stops: 0.7 * amount)
    }
}
