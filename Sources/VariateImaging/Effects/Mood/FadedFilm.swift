extension Image {
    /// The picture as a print that has hung in the light for decades: lifted blacks, yellowed whites, weak reds.
    ///
    /// Own recipe of a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func fadedFilm(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.black = 0.19 * amount
        grade.white = 1 - 0.09 * amount
        grade.saturation = 1 - 0.4 * amount
        grade.contrast = 1.12
        grade.highlightTint = OkLab.plane(hue: 92, chroma: 0.05 * amount)
        grade.shadowTint = OkLab.plane(hue: 330, chroma: 0.04 * amount)
        return grade.applied(to: self)
    }
}
