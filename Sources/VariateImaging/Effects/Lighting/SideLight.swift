extension Image {
    /// The picture lit from one side, with modelled forms and the far side in shade.
    ///
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

    /// The picture against the light: a bright veil from above, the subject darker, its edges lit.
    ///
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

/// A soft transition across the picture along one direction.
struct Ramp: Sendable {
    /// The bright side, in degrees: 0 right, 90 above, 180 left.
    var direction: Double
    /// Length of the transition, as a share of the picture's extent.
    var softness: Double

    /// 1 on the bright side, 0 on the other.
    func value(_ u: Double, _ v: Double) -> Double {
        let angle = direction * .pi / 180
        let along = (u - 0.5) * cosine(angle) - (v - 0.5) * sine(angle)
        return ColorGrade.smoothStep(0.5 + along / softness)
    }
}
