/// The candidate must be recognisable as the source, and must not be the source again.
struct SimilarityCheck: QualityCheck {
    static let name = "similarity"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        let scorecard = assessment.scorecard
        let copy = scorecard.sourceTransform?.phrase(of: "the original")
        return [
            Verdict.Check.atLeast(
                assessment.bound(\.similarity), check: Self.name, metric: "similarity", value: scorecard.similarity,
                passing: "Recognisable as a variation of the original.",
                failing: "It is too different from the original; ask to keep its subject and layout."),
            Verdict.Check.atLeast(
                assessment.bound(\.sourceDifference), check: Self.name, metric: "source_difference",
                value: scorecard.sourceDifference ?? 1,
                passing: copy.map { "It is \($0), which counts as a variation." }
                    ?? "Different enough from the original.",
                failing: copy.map { "It is \($0); ask for a real change." }
                    ?? "It is nearly the same as the original; ask for a stronger change."),
        ]
    }
}
