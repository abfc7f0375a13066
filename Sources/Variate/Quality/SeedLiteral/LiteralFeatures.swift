import VariateImaging

/// What the first formulas need of one picture. They compare whole luma planes, so one is kept (a byte a pixel).
struct LiteralFeatures: Sendable {
    let luma: Plane<UInt8>
    let aesthetic: Double
    let objectIntegrity: Double
    /// aHash, pHash and dHash, which the first design combines.
    let hashes: [PerceptualHash]

    init(of image: Image) {
        let luma = image.luma()
        self.luma = luma
        aesthetic = AestheticMeasures(image: image, luma: luma).score
        objectIntegrity = ObjectIntegrity(luma: luma).value
        hashes = [PerceptualHash.Algorithm.average, .perceptual, .difference].map { luma.hash($0) }
    }

    /// Bits in which the combined hashes differ.
    func hashDistance(to other: LiteralFeatures) -> Int {
        zip(hashes, other.hashes).reduce(0) { $0 + $1.0.hammingDistance(to: $1.1) }
    }

    /// Structural similarity, the other picture brought to this one's size first. Pictures smaller than the 7-pixel
    /// window, which the reference refuses, are compared over the largest window that fits.
    func similarity(to other: LiteralFeatures) -> Double {
        let resized = other.luma.bilinearResized(to: luma.size)
        let window = StructuralSimilarity.largestWindow(for: luma.size)
        return StructuralSimilarity.mean(luma, resized, window: window) ?? 0
    }
}
