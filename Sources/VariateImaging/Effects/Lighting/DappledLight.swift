extension Image {
    /// The picture in sunlight that falls through leaves: soft, warm patches in cooler shade.
    ///
    /// Own recipe: a `Relighting` through thresholded value noise (Perlin 1985).
    /// - Parameters:
    ///   - amount: 0...1; at 1 the patches are 0.6 stops brighter and the shade 1.3 stops darker.
    ///   - seed: which leaves.
    public func dappled(amount: Double, seed: UInt64) -> Image {
        let gain = Float(power(2, 0.6 * amount))
        let floor = Float(power(2, -1.3 * amount))
        let light = Relighting(
            light: SIMD3(1.10, 1.0, 0.84) * gain, shade: SIMD3(0.88, 1.0, 1.10) * floor, relief: 0.15 * amount)
        let noise = LatticeNoise(seed: seed)
        let aspect = size.aspectRatio
        let (patches, lean) = (6.5, 0.8)
        return light.applied(to: self) { u, v in
            let value = noise.fractal(
                u * patches * aspect + lean * v * patches, (v - 0.35 * u) * patches * lean, octaves: 2)
            return ColorGrade.smoothStep((value - 0.30) / 0.38)
        }
    }
}
