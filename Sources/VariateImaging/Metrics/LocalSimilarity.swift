/// Structural similarity at every pixel of small float planes (Z. Wang et al., "Image quality assessment: from error
/// visibility to structural similarity", 2004), over 7 × 7 boxes with population variances and mirrored borders.
enum LocalSimilarity {
    static let radius = 3
    /// (0.01 · 255)² and (0.03 · 255)².
    static let c1: Float = 6.5025
    static let c2: Float = 58.5225

    static func map(_ a: Plane<Float>, _ b: Plane<Float>) -> Plane<Float> {
        let meanA = a.boxBlurred(radius: radius).samples
        let meanB = b.boxBlurred(radius: radius).samples
        let squareA = product(a, a).boxBlurred(radius: radius).samples
        let squareB = product(b, b).boxBlurred(radius: radius).samples
        let cross = product(a, b).boxBlurred(radius: radius).samples
        var result = a
        for i in result.samples.indices {
            let (p, q) = (meanA[i], meanB[i])
            let variances = (squareA[i] - p * p) + (squareB[i] - q * q)
            let covariance = cross[i] - p * q
            result.samples[i] =
                ((2 * p * q + c1) * (2 * covariance + c2)) / ((p * p + q * q + c1) * (variances + c2))
        }
        return result
    }

    private static func product(_ a: Plane<Float>, _ b: Plane<Float>) -> Plane<Float> {
        var result = a
        for i in result.samples.indices { result.samples[i] *= b.samples[i] }
        return result
    }
}
