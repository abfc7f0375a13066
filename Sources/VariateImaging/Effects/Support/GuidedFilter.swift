extension Plane where Sample == Float {
    /// Products sample by sample.
    func times(_ other: Plane<Float>) -> Plane<Float> {
        var result = self
        for i in 0..<result.samples.count { result.samples[i] *= other.samples[i] }
        return result
    }
}

/// The guided filter's slopes and offsets: near each sample the target is a linear function of the guide, which smooths
/// it along the guide's edges (He, Sun and Tang: Guided image filtering, ECCV 2010, with a grey guide).
///
/// They are smooth, so that they can be fitted on a reduced picture and used on the full one (He and Sun: Fast guided
/// filter, 2015).
struct GuidedModel: Sendable {
    let slope: Plane<Float>
    let offset: Plane<Float>

    /// Fits `target ≈ slope · guide + offset` in every window of a radius, in pixels; `epsilon` is the variance of the
    /// guide below which a window counts as flat.
    /// - Complexity: O(pixels).
    init(fitting target: Plane<Float>, to guide: Plane<Float>, radius: Int, epsilon: Float) {
        let guideMean = guide.boxBlurred(radius: radius, border: .repeated)
        let targetMean = target.boxBlurred(radius: radius, border: .repeated)
        let guideSquares = guide.times(guide).boxBlurred(radius: radius, border: .repeated)
        var slope = guide.times(target).boxBlurred(radius: radius, border: .repeated)
        var offset = targetMean
        for i in 0..<slope.samples.count {
            let mean = guideMean.samples[i]
            let variance = Swift.max(0, guideSquares.samples[i] - mean * mean)
            let covariance = slope.samples[i] - mean * targetMean.samples[i]
            slope.samples[i] = covariance / (variance + epsilon)
            offset.samples[i] = targetMean.samples[i] - slope.samples[i] * mean
        }
        self.slope = slope.boxBlurred(radius: radius, border: .repeated)
        self.offset = offset.boxBlurred(radius: radius, border: .repeated)
    }

    /// The model's value for a guide of any size.
    func applied(to guide: Plane<Float>) -> Plane<Float> {
        let slope = slope.enlarged(to: guide.size)
        var result = offset.enlarged(to: guide.size)
        for i in 0..<result.samples.count { result.samples[i] += slope.samples[i] * guide.samples[i] }
        return result
    }
}
