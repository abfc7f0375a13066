extension Image {
    /// The picture in pastel colours: light, of little contrast, with soft chroma.
    ///
    /// Own recipe of a `ColorGrade`.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - hue: OkLab hue that the whole leans to, in degrees.
    public func pastel(amount: Double, hue: Double) -> Image {
        var grade = ColorGrade()
        grade.gamma = 1 - 0.35 * amount
        grade.black = 0.28 * amount
        grade.white = 0.975
        grade.saturation = 1 - 0.3 * amount
        grade.shadowTint = OkLab.plane(hue: hue, chroma: 0.05 * amount)
        grade.highlightTint = OkLab.plane(hue: hue + 60, chroma: 0.03 * amount)
        return grade.applied(to: self)
    }
}
