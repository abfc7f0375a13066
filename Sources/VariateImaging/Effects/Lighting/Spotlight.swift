extension Image {
    /// The picture in the pool of one soft light; what is outside falls into coloured shade.
    ///
    /// Own recipe: a `Relighting` with a Gaussian pool.
    /// - Parameters:
    ///   - center: 0...1 across and down.
    ///   - amount: 0...1; at 1 the pool is 0.9 stops brighter and the shade 2.2 stops darker.
    ///   - warmth: −1 (cool) to 1 (warm), the light's colour; the shade leans the other way.
    public func spotlit(center: SIMD2<Double>, amount: Double, warmth: Double) -> Image {
        let tint = Float(0.16 * warmth)
        let gain = Float(power(2, 0.9 * amount))
        let floor = Float(power(2, -2.2 * amount))
        let light = Relighting(
            light: SIMD3(gain * (1 + tint), gain, gain * (1 - tint)),
            shade: SIMD3(floor * (1 - tint), floor, floor * (1 + tint)), relief: 0.15 * amount, direction: 90)
        let aspect = size.aspectRatio
        let radius = 0.42 * max(1, aspect)
        return light.applied(to: self) { u, v in
            let (x, y) = ((u - center.x) * aspect / radius, (v - center.y) / radius)
            return exponential(-(x * x + y * y))
        }
    }
}
