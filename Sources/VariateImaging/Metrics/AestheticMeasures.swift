/// Four simple measures of how a picture looks, and their mean; all 0…1, and higher counts as better.
///
/// They are kept for what they say when read side by side. As a test of beauty they fail: the spread between channel
/// variances saturates on most photographs, and sharpness rewards noise.
public struct AestheticMeasures: Sendable, Equatable {
    /// The population variance of the three channels' variances, over 10,000, at most 1: how unevenly red, green and
    /// blue vary. Grey pictures have 0, as Pillow's three equal bands do.
    public let colorVariance: Double
    /// Twice the standard deviation of luma over 255, at most 1.
    public let contrast: Double
    /// 1 at a mean luma of 127.5, falling to 0 at black and white.
    public let brightnessBalance: Double
    /// The variance of luma's Laplacian over 1,000, at most 1.
    public let sharpness: Double

    private static let colorVarianceScale = 10_000.0
    private static let sharpnessScale = 1_000.0
    private static let topLevel = 255.0
    private static let weight = 0.25

    /// A quarter of each measure.
    public var score: Double {
        colorVariance * Self.weight + contrast * Self.weight + brightnessBalance * Self.weight + sharpness * Self.weight
    }

    /// Measures a picture; its alpha has no part in it.
    ///
    /// Equal to Pillow's `ImageStat.Stat(rgb).var`, numpy's `var`, `std` and `mean`, and OpenCV's `Laplacian` on the
    /// same pixels within 1e-12.
    /// - Parameters:
    ///   - image: The picture.
    ///   - luma: Its luma, as Pillow's `convert("L")`.
    /// - Complexity: O(pixels).
    /// - Precondition: both have the same size.
    public init(image: Image, luma: Plane<UInt8>) {
        precondition(image.size == luma.size, "luma of another size")
        let variances = (0..<3).map { LevelHistogram(image, channel: $0).variance }
        let meanVariance = variances.reduce(0, +) / Double(variances.count)
        let spread = variances.reduce(0) { $0 + ($1 - meanVariance) * ($1 - meanVariance) } / Double(variances.count)
        let levels = LevelHistogram(luma)
        colorVariance = min(spread / Self.colorVarianceScale, 1)
        contrast = min(levels.standardDeviation / Self.topLevel * 2, 1)
        brightnessBalance = 1 - abs(levels.mean / Self.topLevel - 0.5) * 2
        sharpness = min(luma.laplacianVariance() / Self.sharpnessScale, 1)
    }
}
