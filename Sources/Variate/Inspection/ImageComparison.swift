public import VariateImaging

/// How alike two pictures are, under the names of its machine-readable form.
public struct ImageComparison: Codable, Sendable, Equatable {
    /// The first path, as it was given.
    public let a: String
    /// The second path.
    public let b: String
    /// Mean structural similarity of the luma planes, −1…1; higher is more alike, and 1 is equal. Equal to scikit-image's
    /// `structural_similarity` with default arguments; pictures under seven pixels a side get a smaller window.
    public let ssim: Double
    /// Mean structural similarity with Gaussian windows (Wang 2004); absent under eleven pixels a side.
    public let gaussianSSIM: Double?
    /// Multi-scale structural similarity (Wang 2003), 0…1; absent under 176 pixels a side.
    public let multiScaleSSIM: Double?
    /// Whether the second picture was resized to the first one's size for the similarities (OpenCV's bilinear).
    public let resized: Bool
    /// Differing bits of each hash, 0 to 64; lower is more alike.
    public let hashDistance: HashDistance
    /// Aligned difference, 0…1: under 0.2 is a near-duplicate.
    public let difference: Double
    /// Whether the two are identical or near-duplicates.
    public let duplicate: Bool
    /// How they relate.
    public let relation: PictureRelation
    /// How b is a turned, mirrored, framed or cropped copy of a; absent where it is none. Mirror images and crops, in
    /// either direction, are variations, the others near-duplicates.
    public let transform: PictureTransform?

    private enum CodingKeys: String, CodingKey {
        case a, b, ssim
        case gaussianSSIM = "gaussianSsim"
        case multiScaleSSIM = "multiScaleSsim"
        case resized, hashDistance, difference, duplicate, relation, transform
    }

    /// Differing bits of each hash.
    public struct HashDistance: Codable, Sendable, Equatable {
        /// Of the average hashes.
        public let ahash: Int
        /// Of the difference hashes.
        public let dhash: Int
        /// Of the perceptual hashes.
        public let phash: Int
    }

    /// Compares two pictures.
    /// - Complexity: O(pixels).
    public init(_ first: Image, path firstPath: String, with second: Image, path secondPath: String) {
        let reference = first.luma()
        let original = second.luma()
        let other = original.bilinearResized(to: reference.size)
        let window = StructuralSimilarity.largestWindow(for: reference.size)
        let detector = DuplicateDetector()
        let features = (ImageFeatures(of: first), ImageFeatures(of: second))
        let comparison = detector.compare(features.0, features.1, findsCrops: true)
        let relation = detector.relation(features.0, features.1, comparison)
        a = firstPath
        b = secondPath
        // The largest window always fits, so that there always is a similarity.
        ssim = StructuralSimilarity.mean(reference, other, window: window) ?? 0
        gaussianSSIM = StructuralSimilarity.gaussianMean(reference, other)
        multiScaleSSIM = StructuralSimilarity.multiScale(reference, other)
        resized = first.size != second.size
        let distance = { (algorithm: PerceptualHash.Algorithm) in
            reference.hash(algorithm).hammingDistance(to: original.hash(algorithm))
        }
        hashDistance = HashDistance(
            ahash: distance(.average), dhash: distance(.difference), phash: distance(.perceptual))
        difference = comparison.difference
        duplicate = relation == .identical || relation == .nearDuplicate
        self.relation = relation
        transform = comparison.transform
    }
}
