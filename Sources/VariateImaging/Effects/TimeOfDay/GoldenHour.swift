extension Image {
    /// The picture in the low, warm light before sunset: lit from one side, long shade on the other.
    ///
    /// Own recipe of a `ColorGrade` and a `Relighting`.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - direction: where the sun stands, in degrees: 0 right, 90 above, 180 left.
    public func goldenHour(amount: Double, direction: Double = 160) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 - 2100 * amount
        grade.contrast = 1 + 0.18 * amount
        grade.vibrance = 1 + 0.3 * amount
        grade.highlightTint = OkLab.plane(hue: 75, chroma: 0.035 * amount)
        grade.shadowTint = OkLab.plane(hue: 20, chroma: 0.02 * amount)
        let strength = Float(amount)
        let light = Relighting(
            light: 1 + SIMD3(0.65, 0.38, 0.02) * strength, shade: 1 - SIMD3(0.42, 0.5, 0.46) * strength,
            relief: 0.25 * amount, direction: direction)
        return light.applied(to: grade.applied(to: self), reach: Ramp(direction: direction, softness: 1.1).value)
    }
}
