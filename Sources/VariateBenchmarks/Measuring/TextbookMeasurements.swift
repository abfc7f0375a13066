/// A candidate in the numbers of the usual advice, against its source and the earlier variations.
struct TextbookMeasurements: Sendable {
    /// Least differing bits, of 64, to the source or an earlier variation, by hash.
    let average: Int
    let difference: Int
    let perceptual: Int
    /// Greatest structural similarity to any of them.
    let nearestSimilarity: Double
    /// Structural similarity to the source.
    let sourceSimilarity: Double
    /// Variance of the Laplacian of the candidate's luma.
    let laplacianVariance: Double

    init(_ candidate: TextbookFeatures, source: TextbookFeatures, previous: [TextbookFeatures]) {
        let references = [source] + previous
        let distances = references.map { $0.hashDistances(to: candidate) }
        let similarities = references.map { $0.similarity(to: candidate) }
        average = distances.map { $0[0] }.min() ?? 0
        difference = distances.map { $0[1] }.min() ?? 0
        perceptual = distances.map { $0[2] }.min() ?? 0
        sourceSimilarity = similarities[0]
        nearestSimilarity = similarities.max() ?? 0
        laplacianVariance = candidate.laplacianVariance
    }

    /// The numbers by name.
    var metrics: [String: Double] {
        [
            "ahash_distance": Double(average), "dhash_distance": Double(difference),
            "phash_distance": Double(perceptual), "ssim": nearestSimilarity, "laplacian_variance": laplacianVariance,
        ]
    }
}
