extension Image {
    /// The picture in a cheerful mood: bright, warm and colourful.
    ///
    /// Own recipe of a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func cheerful(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.6 * amount
        grade.gamma = 1 - 0.18 * amount
        grade.vibrance = 1 + 0.9 * amount
        grade.saturation = 1 + 0.12 * amount
        grade.temperature = 6504 - 1000 * amount
        grade.shadowTint = OkLab.plane(hue: 340, chroma: 0.03 * amount)
        return grade.applied(to: self)
    }
}
