/// The candidate must differ from every variation accepted before it.
struct DiversityCheck: QualityCheck {
    static let name = "diversity"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        let scorecard = assessment.scorecard
        let nearest = scorecard.nearestPrevious.map { "variation \($0 + 1)" }
        return [
            Verdict.Check.atLeast(
                assessment.bound(\.diversity), check: Self.name, metric: "diversity", value: scorecard.diversity,
                passing: nearest.map { "Different enough from the others; the nearest is \($0)." }
                    ?? "There is no earlier variation to differ from.",
                failing: "It is nearly the same as \(nearest ?? "another"); ask for a change along another axis.")
        ]
    }
}
