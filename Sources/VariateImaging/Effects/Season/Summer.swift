extension Image {
    /// The picture in high summer: deep greens, blue skies, strong warm light.
    ///
    /// Own recipe of moved greens and a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func summer(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.4 * amount
        grade.contrast = 1 + 0.35 * amount
        grade.vibrance = 1 + 0.6 * amount
        grade.temperature = 6504 - 900 * amount
        grade.shadowTint = OkLab.plane(hue: 230, chroma: 0.03 * amount)
        grade.highlightTint = OkLab.plane(hue: 95, chroma: 0.04 * amount)
        return refoliated { hue, _ in (142 + 0.5 * (hue - 130), 1.2) }
            .mixed(with: self, amount: amount).graded(grade)
    }
}
