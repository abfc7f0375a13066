import VariateImaging

/// The candidate must be large enough to be of use: not both tiny and much smaller than its source.
struct ResolutionCheck: QualityCheck {
    static let name = "resolution"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        let side = assessment.candidateSize.shortestSide
        let least = QualityThresholds.leastShorterSide
        let tolerated = QualityThresholds.toleratedReduction * Double(assessment.sourceSize.shortestSide)
        guard side < least, Double(side) < tolerated else { return [] }
        return [
            Verdict.Reason(
                check: Self.name, metric: "shorter_side", value: Double(side), bound: min(Double(least), tolerated),
                advice: "It is only \(assessment.candidateSize) pixels; ask for a larger picture.")
        ]
    }
}
