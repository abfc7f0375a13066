extension Image {
    /// The picture in spring: fresh yellow-green foliage, light and rosy.
    ///
    /// Own recipe of moved greens and a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func spring(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.45 * amount
        grade.gamma = 1 - 0.15 * amount
        grade.vibrance = 1 + 0.45 * amount
        grade.highlightTint = OkLab.plane(hue: 0, chroma: 0.032 * amount)
        grade.shadowTint = OkLab.plane(hue: 140, chroma: 0.03 * amount)
        grade.black = 0.03 * amount
        return refoliated { hue, _ in (125 + 0.4 * (hue - 130), 1.15) }
            .mixed(with: self, amount: amount).graded(grade)
    }
}
