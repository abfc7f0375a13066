extension Image {
    /// The picture with deep detail and dark weight: local contrast raised, colours subdued.
    ///
    /// The detail layer over a guided base (Durand and Dorsey 2002) is amplified.
    /// - Parameter amount: 0...1.
    public func dramatic(amount: Double) -> Image {
        var planes = ColorPlanes(linear: self)
        var root = planes.luminance()
        for i in 0..<root.samples.count { root.samples[i] = root.samples[i].squareRoot() }
        let small = root.reduced(toLongestSide: 512)
        let model = GuidedModel(
            fitting: small, to: small, radius: max(2, small.size.longestSide / 24), epsilon: 0.02)
        let base = model.applied(to: root)
        let boost = Float(1.1 * amount)
        for i in 0..<size.pixelCount {
            let level = root.samples[i]
            let detail = max(-0.18, min(0.18, level - base.samples[i]))
            let target = max(0, min(1, level + boost * detail))
            let gain = max(0.25, min(2.5, (target * target + 0.002) / (level * level + 0.002)))
            let peak = max(planes.red[i], planes.green[i], planes.blue[i])
            let bounded = peak * gain > 1 ? max(1, 1 / max(peak, 1e-4)) : gain
            planes.red[i] *= bounded
            planes.green[i] *= bounded
            planes.blue[i] *= bounded
        }
        var grade = ColorGrade()
        grade.exposure = -0.5 * amount
        grade.contrast = 1 + 0.3 * amount
        grade.saturation = 1 - 0.45 * amount
        grade.shadowTint = OkLab.plane(hue: 250, chroma: 0.025 * amount)
        return grade.applied(to: planes.linearImage(alphaOf: self)).vignetted(stops: 0.9 * amount)
    }
}
