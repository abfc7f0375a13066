extension Image {
    /// The picture against the light: a bright veil from above, the subject darker, its edges lit.
    ///
    /// Own recipe of a `Relighting` and a glow.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - direction: where the light stands, in degrees, 20...160 for a light that is above.
    public func backlit(amount: Double, direction: Double) -> Image {
        let strength = Float(amount)
        let light = Relighting(
            light: 1 + SIMD3(0.75, 0.55, 0.35) * strength, shade: 1 - SIMD3(0.62, 0.62, 0.52) * strength,
            relief: 0.7 * amount, direction: direction)
        let lit = light.applied(to: self, reach: Ramp(direction: direction, softness: 0.95).value)
        return lit.glowing(amount: 0.35 * amount, radius: 0.03, threshold: 0.35)
    }
}
