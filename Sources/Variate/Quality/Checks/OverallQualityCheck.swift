/// The weighted sum of the scores must reach the level's bound.
struct OverallQualityCheck: QualityCheck {
    static let name = "overall_quality"

    /// Whether all other checks pass, so that this one decides.
    let decides: Bool

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        [
            Verdict.Check.atLeast(
                assessment.bound(\.overallQuality), check: Self.name, metric: "overall_quality",
                value: assessment.scorecard.overallQuality, passing: "Good enough as a whole.",
                failing: decides
                    ? "Its overall score is too low: nothing is badly wrong, but several things are weak; ask again."
                    : "Its overall score is low too; the other checks that fail say why.")
        ]
    }
}
