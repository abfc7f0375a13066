extension Image {
    /// The picture in early mist: pale, rosy light over a bluish haze.
    ///
    /// Own recipe of haze (Koschmieder's law) and a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func dawnMist(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.highlightTint = OkLab.plane(hue: 35, chroma: 0.045 * amount)
        grade.shadowTint = OkLab.plane(hue: 275, chroma: 0.035 * amount)
        grade.saturation = 1 - 0.25 * amount
        return grade.applied(to: hazed(amount: 0.25 + 0.4 * amount, airHue: 30, airChroma: 0.03))
    }
}
