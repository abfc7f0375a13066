/// How tones and colours of two pictures differ, apart from what a duplicate may change: brightness, contrast and
/// saturation of the whole.
struct ColourDifference {
    /// Mean absolute difference of luma, in levels.
    let tone: Double
    /// Absolute natural logarithm of the change of contrast.
    let contrast: Double
    /// Mean absolute difference of luma that no change of brightness and contrast of the whole explains, in levels.
    let light: Double
    /// 95th percentile of the difference of chroma that no change of saturation of the whole explains, in levels.
    let chroma: Double

    static let chromaPercent = 95.0
    /// Changes of saturation beyond this are not explained away.
    static let saturation: ClosedRange<Float> = 0.75...1 / 0.75
    /// Steady the quotients on pictures of one tone, or without colour, in levels².
    static let varianceFloor: Float = 4
    static let chromaFloor: Float = 4
    /// The same for contrasts, in levels.
    static let deviationFloor: Float = 2

    /// - Complexity: O(1): 2,304 cells.
    init(_ reference: ColourGrid, _ candidate: ColourGrid, _ map: Alignment) {
        let sampler = AlignmentSampler(map, side: ColourGrid.side)
        let inside = sampler.inside()
        let pick = { (samples: [Float]) in zip(samples, inside).filter(\.1).map(\.0) }
        let luma = (pick(reference.luma.samples), pick(sampler.sample(candidate.luma)))
        let blue = (pick(reference.blue.samples), pick(sampler.sample(candidate.blue)))
        let red = (pick(reference.red.samples), pick(sampler.sample(candidate.red)))
        guard !luma.0.isEmpty else {
            (tone, contrast, light, chroma) = (0, 0, 0, 0)
            return
        }
        (tone, contrast, light) = Self.tones(luma.0, luma.1)
        chroma = Self.chroma(blue, red)
    }

    private static func tones(_ a: [Float], _ b: [Float]) -> (tone: Double, contrast: Double, light: Double) {
        let n = Float(a.count)
        let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
        var covariance: Float = 0
        var variance: Float = 0
        var tone: Float = 0
        for i in a.indices {
            covariance += (a[i] - meanA) * (b[i] - meanB)
            variance += (b[i] - meanB) * (b[i] - meanB)
            tone += abs(a[i] - b[i])
        }
        let gain = covariance / max(variance, varianceFloor * n)
        var light: Float = 0
        var varianceA: Float = 0
        for i in a.indices {
            light += abs(a[i] - meanA - gain * (b[i] - meanB))
            varianceA += (a[i] - meanA) * (a[i] - meanA)
        }
        let ratio = ((varianceA / n).squareRoot() + deviationFloor) / ((variance / n).squareRoot() + deviationFloor)
        return (Double(tone / n), abs(naturalLogarithm(Double(ratio))), Double(light / n))
    }

    private static func chroma(_ blue: ([Float], [Float]), _ red: ([Float], [Float])) -> Double {
        var product: Float = 0
        var square: Float = 0
        for i in blue.0.indices {
            product += blue.0[i] * blue.1[i] + red.0[i] * red.1[i]
            square += blue.1[i] * blue.1[i] + red.1[i] * red.1[i]
        }
        let explained = product / max(square, chromaFloor * Float(blue.0.count))
        let scale = max(saturation.lowerBound, min(saturation.upperBound, explained))
        var distances = blue.0.indices.map { i in
            let (x, y) = (blue.0[i] - scale * blue.1[i], red.0[i] - scale * red.1[i])
            return (x * x + y * y).squareRoot()
        }
        return OrderStatistics.percentile(scrambling: &distances, chromaPercent)
    }
}
