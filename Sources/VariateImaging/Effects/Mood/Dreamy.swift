extension Image {
    /// The picture in a dream: glowing, soft in contrast and rich in colour, with sharp drawing underneath.
    ///
    /// Michael Orton's (1980s) slide sandwich, in an own grade.
    /// - Parameter amount: 0...1.
    public func dreamy(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.4 * amount
        grade.saturation = 1 + 0.1 * amount
        grade.highlightTint = OkLab.plane(hue: 345, chroma: 0.06 * amount)
        grade.shadowTint = OkLab.plane(hue: 290, chroma: 0.055 * amount)
        return grade.applied(to: self).glowing(amount: 0.32 + 0.3 * amount)
    }
}
