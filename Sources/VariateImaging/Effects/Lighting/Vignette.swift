extension Image {
    /// The picture darkened away from a centre, in linear light, as by cos⁴ of the angle off a lens's axis.
    ///
    /// The natural vignetting law, cos⁴ of the field angle.
    /// - Parameters:
    ///   - stops: how much darker the farthest corner is, 0...2.5 stops.
    ///   - center: 0...1 across and down.
    public func vignetted(stops: Double, center: SIMD2<Double> = SIMD2(0.5, 0.5)) -> Image {
        let aspect = size.aspectRatio
        func squaredDistance(_ u: Double, _ v: Double) -> Double {
            let (x, y) = ((u - center.x) * aspect, v - center.y)
            return x * x + y * y
        }
        let farthest = max(
            squaredDistance(0, 0), squaredDistance(1, 0), squaredDistance(0, 1), squaredDistance(1, 1))
        let floor = Float(power(2, -stops))
        let light = Relighting(shade: SIMD3(repeating: floor))
        return light.applied(to: self) { u, v in
            // cos⁴ of a 45° lens, stretched to run from 1 in the centre to 0 in the farthest corner.
            let fall = 1 / (1 + squaredDistance(u, v) / farthest)
            return (fall * fall - 0.25) / 0.75
        }
    }
}
