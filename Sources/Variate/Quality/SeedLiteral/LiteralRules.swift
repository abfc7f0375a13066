/// The first design's gate, word for word: what the rules `seed-literal` are.
///
/// Kept for comparison. It accepts nothing: the diversity of a first variation is missing and counts as 0, below its
/// bound of 0.2, so the list of accepted variations stays empty; and an object integrity of 0.7 asks for seven edge
/// components of more than 1 % of all pixels each, where real photographs have none or one.
struct LiteralRules: Sendable {
    let thresholds: LiteralThresholds
    let level: QualityLevel

    func judge(
        _ candidate: LiteralFeatures, source: LiteralFeatures, previous: [LiteralFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let similarity = source.similarity(to: candidate)
        let siblings = previous.map { candidate.similarity(to: $0) }
        let diversity =
            siblings.isEmpty ? nil : siblings.reduce(0) { $0 + (1 - $1) } / Double(siblings.count)
        let overall = overall(
            similarity: similarity, diversity: diversity, aesthetic: candidate.aesthetic,
            integrity: candidate.objectIntegrity)
        let (duplicates, repeated) = duplicateChecks(candidate, previous: previous, similarities: siblings)
        let isDuplicate = duplicates.contains { !$0.passed }
        let scorecard = Scorecard(
            similarity: similarity, diversity: diversity ?? thresholds.scores.missingDiversity,
            aesthetic: candidate.aesthetic, objectIntegrity: candidate.objectIntegrity, overallQuality: overall,
            nearestPrevious: repeated ?? siblings.indices.max { siblings[$0] < siblings[$1] },
            duplicate: isDuplicate)
        let checks = duplicates + boundChecks(scorecard)
        return (scorecard, Verdict(duplicate: isDuplicate, checks: checks, overallStandsBack: false))
    }

    /// The weighted sum of the four, the similarity worth most at 0.6.
    func overall(similarity: Double, diversity: Double?, aesthetic: Double, integrity: Double) -> Double {
        let (bounds, scores) = (thresholds.bounds, thresholds.scores)
        let isInBand = similarity >= bounds.similarity[level] && similarity <= bounds.similarityAtMost[level]
        let worth =
            isInBand
            ? 1 - abs(similarity - scores.bestSimilarity) / scores.similarityReach : scores.similarityOutside
        return worth * scores.weights.similarity
            + (diversity ?? scores.missingDiversityInOverall) * scores.weights.diversity
            + aesthetic * scores.weights.aesthetic + integrity * scores.weights.objectIntegrity
    }

    /// The checks, and the earlier variation that the candidate repeats. None without earlier variations; structure is
    /// asked only where no hashes are equal.
    private func duplicateChecks(
        _ candidate: LiteralFeatures, previous: [LiteralFeatures], similarities: [Double]
    ) -> (checks: [Verdict.Check], repeated: Int?) {
        guard let most = similarities.max() else { return ([], nil) }
        let distances = previous.map { candidate.hashDistance(to: $0) }
        let least = thresholds.bounds.hashDistance[level]
        let repeated = distances.firstIndex { Double($0) < least }
        let byHash = Verdict.Check.atLeast(
            least, check: DiversityCheck.name, metric: "hash_distance",
            value: Double(repeated.map { distances[$0] } ?? distances.min() ?? 0),
            passing: "Its perceptual hashes are its own.",
            failing: "Its perceptual hashes are those of variation \((repeated ?? 0) + 1).")
        guard byHash.passed else { return ([byHash], repeated) }
        let line = thresholds.bounds.structure[level]
        let first = similarities.firstIndex { $0 > line }
        let byStructure = Verdict.Check.atMost(
            line, check: DiversityCheck.name, metric: "ssim", value: first.map { similarities[$0] } ?? most,
            passing: "Its structure is its own.",
            failing: "It is structurally the same as variation \((first ?? 0) + 1).")
        return ([byHash, byStructure], first)
    }

    private func boundChecks(_ scorecard: Scorecard) -> [Verdict.Check] {
        let bounds = thresholds.bounds
        func atLeast(
            _ bound: LevelBound, _ check: String, _ value: Double, _ passing: String, _ failing: String
        ) -> Verdict.Check {
            .atLeast(bound[level], check: check, metric: check, value: value, passing: passing, failing: failing)
        }
        return [
            atLeast(
                bounds.similarity, SimilarityCheck.name, scorecard.similarity, "Its structure is the original's.",
                "Its structure is too far from the original's."),
            .atMost(
                bounds.similarityAtMost[level], check: SimilarityCheck.name, metric: SimilarityCheck.name,
                value: scorecard.similarity, passing: "Its structure is not wholly the original's.",
                failing: "Its structure is too close to the original's."),
            atLeast(
                bounds.diversity, DiversityCheck.name, scorecard.diversity,
                "Different enough from the other variations.",
                "Its mean difference from the other variations is too small; of a first variation it counts as 0."),
            atLeast(
                bounds.aesthetic, AestheticCheck.name, scorecard.aesthetic,
                "Colour variance, contrast, brightness and sharpness together score well.",
                "Colour variance, contrast, brightness and sharpness together score too low."),
            atLeast(
                bounds.objectIntegrity, ObjectIntegrityCheck.name, scorecard.objectIntegrity,
                "Enough of its edges form large connected components.",
                "Too few of its edges form large connected components."),
            atLeast(
                bounds.overallQuality, OverallQualityCheck.name, scorecard.overallQuality,
                "Good enough as a whole.", "Its overall score is too low."),
        ]
    }
}
