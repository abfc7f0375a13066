extension Image {
    /// The picture through haze: distant things fade into the air's light, near ones keep their contrast.
    ///
    /// Koschmieder's law I = J·t + A·(1 − t) with t = exp(−β·d), in linear light, over the apparent distance.
    /// - Parameters:
    ///   - amount: 0...1; β is 1.8 at 1.
    ///   - airHue: OkLab hue of the air's light, in degrees.
    ///   - airChroma: its OkLab chroma, 0...0.06.
    public func hazed(amount: Double, airHue: Double = 250, airChroma: Double = 0.015) -> Image {
        let distance = apparentDistance()
        let air = Gamut.mapped(OkLab.linear(lab: SIMD3(0.86, OkLab.plane(hue: airHue, chroma: airChroma))))
        let (red, green, blue) = (Float(air.x), Float(air.y), Float(air.z))
        let density = 1.8 * amount
        // Transmission by distance in 256 steps.
        let steps = 256
        let transmissions = (0...steps).map { step in
            let d = Double(step) / Double(steps)
            return Float(exponential(-density * max(0, d - 0.12) * (0.5 + d)))
        }
        var planes = ColorPlanes(linear: self)
        for i in 0..<size.pixelCount {
            let t = transmissions[Int(distance.samples[i] * Float(steps))]
            planes.red[i] = planes.red[i] * t + red * (1 - t)
            planes.green[i] = planes.green[i] * t + green * (1 - t)
            planes.blue[i] = planes.blue[i] * t + blue * (1 - t)
        }
        return planes.linearImage(alphaOf: self)
    }
}
