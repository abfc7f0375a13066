extension Image {
    /// The picture with one hue in its shadows and another in its highlights, as toned darkroom prints have.
    ///
    /// Own recipe of a `ColorGrade`, after the darkroom's split toning.
    /// Hues are OkLab angles in degrees (20 red, 70 orange, 110 yellow, 145 green, 195 teal, 250 blue, 310 purple);
    /// `amount` 0...1 is the tints' strength (an OkLab chroma of 0.10 at 1), and dampens the picture's own colours.
    public func splitToned(shadowHue: Double, highlightHue: Double, amount: Double) -> Image {
        var grade = ColorGrade()
        grade.shadowTint = OkLab.plane(hue: shadowHue, chroma: 0.10 * amount)
        grade.highlightTint = OkLab.plane(hue: highlightHue, chroma: 0.085 * amount)
        grade.saturation = 1 - 0.25 * amount
        grade.contrast = 1 + 0.15 * amount
        return grade.applied(to: self)
    }

    /// The picture with teal shadows and orange highlights: complements that set skin off from its surroundings.
    ///
    /// - Parameter amount: 0...1.
    public func tealAndOrange(amount: Double) -> Image {
        splitToned(shadowHue: 215, highlightHue: 65, amount: amount)
    }
}
