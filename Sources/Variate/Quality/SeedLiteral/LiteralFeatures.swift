import VariateImaging

/// What the first formulas need of one picture. They compare whole luma planes, so one is kept (a byte a pixel).
struct LiteralFeatures: Sendable {
    let luma: Plane<UInt8>
    let aesthetic: Double
    let objectIntegrity: Double
    /// aHash, pHash and dHash in one string, as the first design combines them.
    let combinedHash: String

    init(of image: Image) {
        let luma = image.luma()
        self.luma = luma
        aesthetic = AestheticMeasures(image: image, luma: luma).score
        objectIntegrity = ObjectIntegrity(luma: luma).value
        let hashes = [PerceptualHash.Algorithm.average, .perceptual, .difference].map { luma.hash($0).hex }
        combinedHash = hashes.joined(separator: "|")
    }

    /// Structural similarity, the other picture brought to this one's size first. Pictures smaller than the 7-pixel
    /// window, which the reference refuses, are compared over the largest window that fits.
    func similarity(to other: LiteralFeatures) -> Double {
        let resized = other.luma.bilinearResized(to: luma.size)
        let window = StructuralSimilarity.largestWindow(for: luma.size)
        return StructuralSimilarity.mean(luma, resized, window: window) ?? 0
    }
}
