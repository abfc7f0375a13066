extension Image {
    /// The picture at sunset: an orange band low in the sky, purple above, the ground in dusk.
    ///
    /// Own recipe of a `ColorGrade` and a `Relighting`.
    /// - Parameter amount: 0...1.
    public func sunset(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.35 * amount
        grade.contrast = 1 + 0.2 * amount
        grade.highlightTint = OkLab.plane(hue: 55, chroma: 0.07 * amount)
        grade.shadowTint = OkLab.plane(hue: 315, chroma: 0.055 * amount)
        grade.saturation = 1 - 0.1 * amount
        let strength = Float(amount)
        let band = Relighting(
            light: 1 + SIMD3(0.75, 0.22, -0.18) * strength, shade: 1 - SIMD3(0.36, 0.46, 0.26) * strength)
        return band.applied(to: grade.applied(to: self)) { _, v in
            let distance = (v - 0.42) / (v < 0.42 ? 0.36 : 0.3)
            return exponential(-distance * distance)
        }
    }
}
