/// The structural similarity index (SSIM) of two equally large planes: 1 for equal pictures, lower for less similar ones,
/// down to −1.
///
/// Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, "Image quality assessment: from error visibility to structural
/// similarity", IEEE Trans. Image Processing 13(4), 2004. K1 = 0.01, K2 = 0.03, L = 255 throughout.
///
/// Every function is symmetric in its two planes to the last bit, and exactly 1 for a plane and itself.
public enum StructuralSimilarity {
    /// The paper's C1 = (K1 L)², which steadies the comparison of means.
    static let c1 = (0.01 * 255) * (0.01 * 255)
    /// The paper's C2 = (K2 L)², which steadies the comparison of variances.
    static let c2 = (0.03 * 255) * (0.03 * 255)

    /// Side of the uniform window that scikit-image uses by default, in pixels.
    public static let standardWindow = 7

    /// The largest odd window that fits a plane of `size`, at most the standard one: what to pass for small pictures.
    public static func largestWindow(for size: Size) -> Int {
        min(standardWindow, size.shortestSide - 1 + size.shortestSide % 2)
    }

    /// The mean SSIM over uniform windows, −1…1; higher is more similar. Nil when a side is shorter than the window.
    ///
    /// Equal to scikit-image 0.26 `structural_similarity(a, b)` with default arguments on 8-bit planes: a 7×7 window of
    /// equal weights, sample covariance (N − 1), and only windows that lie inside the picture. Sums are integers, hence
    /// exact; the division and the mean are in `Double`, within 1e-12 of exact arithmetic. (scikit-image refuses pictures
    /// under seven pixels a side; ``largestWindow(for:)`` names the window to use then. A window of one pixel has no
    /// variance and compares means only.)
    /// - Complexity: O(pixels), whatever the window.
    /// - Precondition: the planes are of equal size; `window` is 1, 3, 5 or 7.
    public static func mean(
        _ a: Plane<UInt8>, _ b: Plane<UInt8>, window: Int = standardWindow
    ) -> Double? {
        precondition(a.size == b.size, "SSIM of \(a.size) and \(b.size)")
        guard var rows = UniformWindowRows(a, b, window: window) else { return nil }
        var total = 0.0
        while let row = rows.next() {
            for value in row { total += value }
        }
        return total / Double(rows.outputWidth * rows.outputHeight)
    }

    /// The SSIM of the window around each pixel, −1…1; higher is more similar. Nil when a side is shorter than the window.
    ///
    /// Equal within 1e-6 (the `Float` result's precision) to the image that scikit-image 0.26
    /// `structural_similarity(a, b, full=True)` returns: as large as the planes, which are mirrored at their borders with
    /// the edge sample repeated. ``mean(_:_:window:)`` leaves that border out.
    /// - Complexity: O(pixels), whatever the window.
    /// - Precondition: the planes are of equal size; `window` is 1, 3, 5 or 7.
    public static func map(
        _ a: Plane<UInt8>, _ b: Plane<UInt8>, window: Int = standardWindow
    ) -> Plane<Float>? {
        precondition(a.size == b.size, "SSIM of \(a.size) and \(b.size)")
        guard a.size.shortestSide >= window else { return nil }
        let margin = window / 2
        guard var rows = UniformWindowRows(a.mirrored(by: margin), b.mirrored(by: margin), window: window) else {
            return nil
        }
        var values: [Float] = []
        values.reserveCapacity(a.size.pixelCount)
        while let row = rows.next() {
            for value in row { values.append(Float(value)) }
        }
        return Plane(size: a.size, samples: values)
    }
}
