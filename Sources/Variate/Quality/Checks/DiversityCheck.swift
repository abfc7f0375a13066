/// The candidate must differ from every variation accepted before it.
struct DiversityCheck: QualityCheck {
    static let name = "diversity"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        let scorecard = assessment.scorecard
        let sibling = scorecard.nearestPrevious.map { "variation \($0 + 1)" }
        // Without siblings the diversity is 1, unless there are earlier deliveries.
        let nearest = sibling ?? (scorecard.diversity < 1 ? "an earlier delivery" : nil)
        return [
            Verdict.Check.atLeast(
                assessment.bound(\.diversity), check: Self.name, metric: "diversity", value: scorecard.diversity,
                passing: nearest.map { "Different enough from the others; the nearest is \($0)." }
                    ?? "There is no earlier variation to differ from.",
                failing: (scorecard.previousTransform?.phrase(of: nearest ?? "another")).map {
                    "It is \($0); ask for a change along another axis."
                } ?? "It is nearly the same as \(nearest ?? "another"); ask for a change along another axis.")
        ]
    }
}
