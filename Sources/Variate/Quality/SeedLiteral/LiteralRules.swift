/// The first design's gate, word for word: what the profile `seed-literal` judges by.
///
/// Kept for comparison. It accepts nothing: the diversity of a first variation is missing and counts as 0, below its
/// bound of 0.2, so the list of accepted variations stays empty; and an object integrity of 0.7 asks for seven edge
/// components of more than 1 % of all pixels each, where real photographs have none or one.
struct LiteralRules: Sendable {
    static let similarityBand = 0.3...0.9
    static let leastDiversity = 0.2
    static let leastAesthetic = 0.6
    static let leastIntegrity = 0.7
    static let leastOverall = 0.6
    static let duplicateSimilarity = 0.95
    static let weights = (similarity: 0.2, diversity: 0.3, aesthetic: 0.3, integrity: 0.2)
    /// What a missing diversity counts as in the overall score.
    static let missingDiversityInOverall = 0.5
    /// What a missing diversity counts as in its own check.
    static let missingDiversity = 0.0
    static let bestSimilarity = 0.6
    static let similarityReach = 0.3
    static let similarityOutsideBand = 0.1

    let level: QualityLevel

    func judge(
        _ candidate: LiteralFeatures, source: LiteralFeatures, previous: [LiteralFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let similarity = source.similarity(to: candidate)
        let siblings = previous.map { candidate.similarity(to: $0) }
        let diversity =
            siblings.isEmpty ? nil : siblings.reduce(0) { $0 + (1 - $1) } / Double(siblings.count)
        let overall = Self.overall(
            similarity: similarity, diversity: diversity, aesthetic: candidate.aesthetic,
            integrity: candidate.objectIntegrity)
        let duplicates = duplicateReasons(candidate, previous: previous, similarities: siblings)
        let scorecard = Scorecard(
            similarity: similarity, diversity: diversity ?? Self.missingDiversity, aesthetic: candidate.aesthetic,
            objectIntegrity: candidate.objectIntegrity, overallQuality: overall,
            nearestPrevious: siblings.indices.max { siblings[$0] < siblings[$1] }, duplicate: !duplicates.isEmpty)
        return (
            scorecard, Verdict(duplicate: !duplicates.isEmpty, reasons: duplicates + boundReasons(scorecard))
        )
    }

    /// The weighted sum of the four, the similarity worth most at 0.6.
    static func overall(similarity: Double, diversity: Double?, aesthetic: Double, integrity: Double) -> Double {
        let worth =
            similarityBand.contains(similarity)
            ? 1 - abs(similarity - bestSimilarity) / similarityReach : similarityOutsideBand
        return worth * weights.similarity + (diversity ?? missingDiversityInOverall) * weights.diversity
            + aesthetic * weights.aesthetic + integrity * weights.integrity
    }

    private func duplicateReasons(
        _ candidate: LiteralFeatures, previous: [LiteralFeatures], similarities: [Double]
    ) -> [Verdict.Reason] {
        if let index = previous.firstIndex(where: { $0.combinedHash == candidate.combinedHash }) {
            return [
                Verdict.Reason(
                    check: DiversityCheck.name, metric: "hash_distance", value: 0, bound: 1,
                    advice: "Its perceptual hashes are those of variation \(index + 1).")
            ]
        }
        if let index = similarities.firstIndex(where: { $0 > Self.duplicateSimilarity }) {
            return [
                Verdict.Reason(
                    check: DiversityCheck.name, metric: "ssim", value: similarities[index],
                    bound: Self.duplicateSimilarity,
                    advice: "It is structurally the same as variation \(index + 1).")
            ]
        }
        return []
    }

    private func boundReasons(_ scorecard: Scorecard) -> [Verdict.Reason] {
        var reasons: [Verdict.Reason] = []
        func require(_ check: String, _ value: Double, atLeast bound: Double, _ advice: String) {
            if value < bound {
                reasons.append(
                    Verdict.Reason(check: check, metric: check, value: value, bound: bound, advice: advice))
            }
        }
        require(
            SimilarityCheck.name, scorecard.similarity, atLeast: Self.similarityBand.lowerBound,
            "Its structure is too far from the original's.")
        if scorecard.similarity > Self.similarityBand.upperBound {
            reasons.append(
                Verdict.Reason(
                    check: SimilarityCheck.name, metric: SimilarityCheck.name, value: scorecard.similarity,
                    bound: Self.similarityBand.upperBound, advice: "Its structure is too close to the original's."))
        }
        require(
            DiversityCheck.name, scorecard.diversity, atLeast: Self.leastDiversity,
            "Its mean difference from the other variations is too small; of a first variation it counts as 0.")
        require(
            AestheticCheck.name, scorecard.aesthetic, atLeast: Self.leastAesthetic,
            "Colour variance, contrast, brightness and sharpness together score too low.")
        require(
            ObjectIntegrityCheck.name, scorecard.objectIntegrity, atLeast: Self.leastIntegrity,
            "Too few of its edges form large connected components.")
        require(
            OverallQualityCheck.name, scorecard.overallQuality,
            atLeast: max(Self.leastOverall, level.overallThreshold), "Its overall score is too low.")
        return reasons
    }
}
