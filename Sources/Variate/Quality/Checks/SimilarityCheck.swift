/// The candidate must be recognisable as the source, and must not be the source again.
struct SimilarityCheck: QualityCheck {
    static let name = "similarity"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        let scorecard = assessment.scorecard
        let band = QualityThresholds.similarityBand
        var reasons: [Verdict.Reason] = []
        if scorecard.similarity < band.lowerBound {
            reasons.append(
                Verdict.Reason(
                    check: Self.name, metric: "similarity", value: scorecard.similarity, bound: band.lowerBound,
                    advice: "It is too different from the original; ask to keep its subject and layout."))
        }
        if let difference = scorecard.sourceDifference, difference < QualityThresholds.leastDifference {
            reasons.append(
                Verdict.Reason(
                    check: Self.name, metric: "source_difference", value: difference,
                    bound: QualityThresholds.leastDifference,
                    advice: "It is nearly the same as the original; ask for a stronger change."))
        }
        return reasons
    }
}
