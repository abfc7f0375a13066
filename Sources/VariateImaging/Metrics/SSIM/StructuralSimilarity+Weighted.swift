extension StructuralSimilarity {
    /// The mean SSIM over Gaussian windows, −1…1; higher is more similar. Nil when a side is under eleven pixels.
    ///
    /// The paper's own definition: 11 taps, σ = 1.5, population covariance, only windows inside the picture. Equal within
    /// 1e-9 to scikit-image 0.26 `structural_similarity` with `gaussian_weights=True, sigma=1.5,
    /// use_sample_covariance=False`.
    /// - Complexity: O(pixels × taps).
    /// - Precondition: the planes are of equal size.
    public static func gaussianMean(_ a: Plane<UInt8>, _ b: Plane<UInt8>) -> Double? {
        precondition(a.size == b.size, "SSIM of \(a.size) and \(b.size)")
        return means(ByteRowSource(a: a, b: b), window: .gaussian)?.similarity
    }

    /// The Gaussian SSIM around each pixel, −1…1; higher is more similar. Nil when a side is under eleven pixels.
    ///
    /// Equal within 1e-6 to the image that scikit-image returns with `full=True`: the planes are mirrored at their borders
    /// with the edge sample repeated.
    /// - Complexity: O(pixels × taps).
    /// - Precondition: the planes are of equal size.
    public static func gaussianMap(_ a: Plane<UInt8>, _ b: Plane<UInt8>) -> Plane<Float>? {
        precondition(a.size == b.size, "SSIM of \(a.size) and \(b.size)")
        let window = WeightedWindow.gaussian
        guard a.size.shortestSide >= window.weights.count else { return nil }
        let source = ByteRowSource(a: a.mirrored(by: window.radius), b: b.mirrored(by: window.radius))
        return map(source, window: window, size: a.size)
    }

    /// The SSIM of the uniform window around each pixel of two planes of fractional samples on the 0…255 scale, −1…1;
    /// higher is more similar. Nil when a side is shorter than the window.
    ///
    /// The same as ``map(_:_:window:)`` for samples that are not 8-bit, such as pictures warped onto each other.
    /// - Complexity: O(pixels × window).
    /// - Precondition: the planes are of equal size; `window` is odd.
    public static func map(
        _ a: Plane<Float>, _ b: Plane<Float>, window: Int = standardWindow
    ) -> Plane<Float>? {
        precondition(a.size == b.size, "SSIM of \(a.size) and \(b.size)")
        precondition(window % 2 == 1, "a window of \(window) pixels")
        guard a.size.shortestSide >= window else { return nil }
        let uniform = WeightedWindow.uniform(window)
        let source = FloatRowSource(a: a.mirrored(by: uniform.radius), b: b.mirrored(by: uniform.radius))
        return map(source, window: uniform, size: a.size)
    }

    /// The means over all windows of the index and of its contrast-structure factor.
    static func means(
        _ source: some WindowRowSource, window: WeightedWindow
    ) -> (similarity: Double, contrastStructure: Double)? {
        guard var rows = WeightedWindowRows(source, window: window) else { return nil }
        var similarity = 0.0
        var contrastStructure = 0.0
        while rows.advance() {
            for x in 0..<rows.outputWidth {
                similarity += rows.luminance[x] * rows.contrastStructure[x]
                contrastStructure += rows.contrastStructure[x]
            }
        }
        let count = Double(rows.outputWidth * rows.outputHeight)
        return (similarity / count, contrastStructure / count)
    }

    private static func map(
        _ source: some WindowRowSource, window: WeightedWindow, size: Size
    ) -> Plane<Float>? {
        guard var rows = WeightedWindowRows(source, window: window) else { return nil }
        var values: [Float] = []
        values.reserveCapacity(size.pixelCount)
        while rows.advance() {
            for x in 0..<rows.outputWidth {
                values.append(Float(rows.luminance[x] * rows.contrastStructure[x]))
            }
        }
        return Plane(size: size, samples: values)
    }
}
