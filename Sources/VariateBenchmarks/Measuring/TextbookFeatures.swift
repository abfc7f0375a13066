import VariateImaging

/// What the usual advice looks at: three perceptual hashes, structural similarity, the variance of the Laplacian.
struct TextbookFeatures: Sendable {
    private let hashes: [PerceptualHash]
    private let luma: Plane<UInt8>
    let laplacianVariance: Double

    /// Longest side at which structural similarity is taken: at more it costs much and says the same.
    private static let similaritySide = 256
    private static let algorithms: [PerceptualHash.Algorithm] = [.average, .difference, .perceptual]

    init(of image: Image) {
        let full = image.luma()
        hashes = Self.algorithms.map { full.hash($0) }
        laplacianVariance = full.laplacianVariance()
        let scale = min(1, Double(Self.similaritySide) / Double(max(full.size.width, full.size.height)))
        let size = Size(
            width: max(1, Int((Double(full.size.width) * scale).rounded())),
            height: max(1, Int((Double(full.size.height) * scale).rounded())))
        luma = full.resized(to: size, using: .box)
    }

    /// Differing bits of the average, difference and perceptual hashes.
    func hashDistances(to other: TextbookFeatures) -> [Int] {
        zip(hashes, other.hashes).map { $0.hammingDistance(to: $1) }
    }

    /// Mean structural similarity, the other picture resized to this one's size.
    func similarity(to other: TextbookFeatures) -> Double {
        let resized = other.luma.size == luma.size ? other.luma : other.luma.bilinearResized(to: luma.size)
        let window = StructuralSimilarity.largestWindow(for: luma.size)
        return StructuralSimilarity.mean(luma, resized, window: window) ?? 0
    }
}
