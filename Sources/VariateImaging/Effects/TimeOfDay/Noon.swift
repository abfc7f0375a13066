extension Image {
    /// The picture in the hard light of noon: bright, clear, blue shade, strong colours.
    ///
    /// Own recipe of a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func noon(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.58 * amount
        grade.contrast = 1 + 0.48 * amount
        grade.pivot = 0.64
        grade.vibrance = 1 + 0.5 * amount
        grade.temperature = 6504 - 500 * amount
        grade.shadowTint = OkLab.plane(hue: 255, chroma: 0.03 * amount)
        return grade.applied(to: self)
    }
}
