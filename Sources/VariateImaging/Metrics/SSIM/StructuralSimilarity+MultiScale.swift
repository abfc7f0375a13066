extension StructuralSimilarity {
    /// The paper's exponents, from the finest scale to the coarsest.
    private static let scaleWeights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]

    /// Least length of a side for ``multiScale(_:_:)``: eleven pixels at the coarsest of five scales.
    public static let multiScaleMinimumSide = 11 << 4

    /// The multi-scale SSIM (MS-SSIM), 0…1; higher is more similar. Nil when a side is under 176 pixels.
    ///
    /// Z. Wang, E. P. Simoncelli, A. C. Bovik, "Multi-scale structural similarity for image quality assessment", Asilomar
    /// 2003: five scales with the paper's weights, Gaussian windows, 2×2 means between scales (a last odd row or column is
    /// repeated). As in the authors' code the coarsest scale contributes the mean of the whole index and the others the
    /// mean of contrast times structure. A scale whose mean is negative counts as 0, where the paper's power has no real
    /// value. In `Double`, within 1e-9 of a direct evaluation; the halved planes are exact.
    /// - Complexity: O(pixels × taps).
    /// - Precondition: the planes are of equal size.
    public static func multiScale(_ a: Plane<UInt8>, _ b: Plane<UInt8>) -> Double? {
        precondition(a.size == b.size, "MS-SSIM of \(a.size) and \(b.size)")
        guard a.size.shortestSide >= multiScaleMinimumSide else { return nil }
        guard let finest = means(ByteRowSource(a: a, b: b), window: .gaussian) else { return nil }
        var product = power(max(0, finest.contrastStructure), scaleWeights[0])
        var source = FloatRowSource(a: a.halved(), b: b.halved())
        for (scale, weight) in scaleWeights.enumerated().dropFirst() {
            guard let means = means(source, window: .gaussian) else { return nil }
            let isCoarsest = scale == scaleWeights.count - 1
            product *= power(max(0, isCoarsest ? means.similarity : means.contrastStructure), weight)
            if !isCoarsest { source = FloatRowSource(a: source.a.halved(), b: source.b.halved()) }
        }
        return product
    }
}

extension Plane where Sample == UInt8 {
    /// Half the size, rounded up: the mean of each two by two samples.
    fileprivate func halved() -> Plane<Float> {
        Plane<Float>(size: size, samples: samples.map(Float.init)).halved()
    }
}

extension Plane where Sample == Float {
    /// Half the size, rounded up: the mean of each two by two samples. Exact for up to eight halvings of 8-bit samples.
    fileprivate func halved() -> Plane<Float> {
        let half = Size(width: (width + 1) / 2, height: (height + 1) / 2)
        var result: [Float] = []
        result.reserveCapacity(half.pixelCount)
        for y in 0..<half.height {
            let upper = 2 * y * width
            let lower = min(2 * y + 1, height - 1) * width
            for x in 0..<half.width {
                let left = 2 * x
                let right = min(left + 1, width - 1)
                result.append(
                    (samples[upper + left] + samples[upper + right] + samples[lower + left] + samples[lower + right])
                        / 4)
            }
        }
        return Plane(size: half, samples: result)
    }
}
