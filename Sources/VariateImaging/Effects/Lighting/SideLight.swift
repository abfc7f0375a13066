extension Image {
    /// The picture lit from one side, with modelled forms and the far side in shade.
    ///
    /// Own recipe of a `Relighting`.
    /// - Parameters:
    ///   - direction: where the light stands, in degrees: 0 right, 90 above, 180 left.
    ///   - amount: 0...1; at 1 the lit side is 0.8 stops brighter and the shade 1.9 stops darker.
    ///   - warmth: −1 (cool light, warm shade) to 1 (warm light, cool shade).
    public func sideLit(direction: Double, amount: Double, warmth: Double) -> Image {
        let tint = Float(0.2 * warmth)
        let gain = Float(power(2, 0.8 * amount))
        let floor = Float(power(2, -1.9 * amount))
        let light = Relighting(
            light: SIMD3(gain * (1 + tint), gain, gain * (1 - tint)),
            shade: SIMD3(floor * (1 - tint), floor, floor * (1 + tint)), relief: 0.45 * amount, direction: direction)
        return light.applied(to: self, reach: Ramp(direction: direction, softness: 1.15).value)
    }
}
