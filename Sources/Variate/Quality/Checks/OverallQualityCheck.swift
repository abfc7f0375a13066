/// The weighted sum of the scores must reach the level's bound.
struct OverallQualityCheck: QualityCheck {
    static let name = "overall_quality"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        let overall = assessment.scorecard.overallQuality
        let bound = assessment.thresholds.leastOverall
        guard overall < bound else { return [] }
        return [
            Verdict.Reason(
                check: Self.name, metric: "overall_quality", value: overall, bound: bound,
                advice: "Its overall score is too low: nothing is badly wrong, but several things are weak; ask again.")
        ]
    }
}
