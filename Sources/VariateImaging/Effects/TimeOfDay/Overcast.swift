extension Image {
    /// The picture under a closed, grey sky: even, cool light and soft shadows.
    ///
    /// Own recipe of a `ColorGrade` over evened light.
    /// - Parameter amount: 0...1.
    public func overcast(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 + 2600 * amount
        grade.saturation = 1 - 0.5 * amount
        grade.exposure = -0.3 * amount
        grade.white = 1 - 0.1 * amount
        grade.black = 0.03 * amount
        grade.gamma = 1 - 0.08 * amount
        return grade.applied(to: evenedOut(amount: 0.6 * amount))
    }

    /// The picture with its broad differences of brightness reduced and its detail kept: no cast shadows to speak of.
    ///
    /// The base layer is a guided filter of log luminance (Durand and Dorsey 2002 with a guided filter for the bilateral).
    func evenedOut(amount: Double) -> Image {
        var planes = ColorPlanes(linear: self)
        let luminance = planes.luminance()
        var root = luminance
        for i in 0..<root.samples.count { root.samples[i] = root.samples[i].squareRoot() }
        let small = root.reduced(toLongestSide: 384)
        let model = GuidedModel(
            fitting: small, to: small, radius: max(2, small.size.longestSide / 20), epsilon: 0.01)
        let base = model.applied(to: root)
        var mean: Float = 0
        for value in small.samples { mean += value }
        mean = max(0.05, mean / Float(small.samples.count))
        let share = Float(amount)
        for i in 0..<size.pixelCount {
            let ratio = mean / max(0.04, base.samples[i])
            // Lifts are kept to two stops, so that deep shadows show no noise.
            let gain = 1 + share * (max(0.5, min(2, ratio)) - 1)
            let factor = gain * (gain > 1 ? 1 : gain)
            let peak = max(planes.red[i], planes.green[i], planes.blue[i])
            let bounded = peak * factor > 1 ? 1 / peak : factor
            planes.red[i] *= bounded
            planes.green[i] *= bounded
            planes.blue[i] *= bounded
        }
        return planes.linearImage(alphaOf: self)
    }
}
