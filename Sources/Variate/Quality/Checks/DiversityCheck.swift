/// The candidate must differ from every variation accepted before it.
struct DiversityCheck: QualityCheck {
    static let name = "diversity"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        let scorecard = assessment.scorecard
        guard let nearest = scorecard.nearestPrevious, scorecard.diversity < QualityThresholds.leastDifference else {
            return []
        }
        return [
            Verdict.Reason(
                check: Self.name, metric: "diversity", value: scorecard.diversity,
                bound: QualityThresholds.leastDifference,
                advice: "It is nearly the same as variation \(nearest + 1); ask for a change along another axis.")
        ]
    }
}
