import VariateImaging

/// The candidate must be large enough to be of use, and of the shape that was expected.
struct ResolutionCheck: QualityCheck {
    static let name = "resolution"
    static let aspectRatio = "aspect_ratio"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        [shorterSide(assessment), aspectRatio(assessment)]
    }

    /// Too small is what is both tiny and much smaller than its source.
    private func shorterSide(_ assessment: Assessment) -> Verdict.Check {
        let tolerated = assessment.thresholds.toleratedReduction * Double(assessment.sourceSize.shortestSide)
        return Verdict.Check.atLeast(
            min(assessment.bound(\.shorterSide), tolerated), check: Self.name, metric: "shorter_side",
            value: Double(assessment.candidateSize.shortestSide), passing: "Large enough.",
            failing: "It is only \(assessment.candidateSize) pixels; ask for a larger picture.")
    }

    /// The factor by which the shape is wider or taller than the source's, or than the one that was asked for.
    private func aspectRatio(_ assessment: Assessment) -> Verdict.Check {
        let expected = assessment.askedAspectRatio ?? assessment.sourceSize.aspectRatio
        let change = assessment.candidateSize.aspectRatio / expected
        let isAsked = assessment.askedAspectRatio != nil
        return Verdict.Check.atMost(
            assessment.bound(isAsked ? \.askedAspectRatio : \.aspectRatio), check: Self.name, metric: Self.aspectRatio,
            value: max(change, 1 / change),
            passing: isAsked ? "Of the shape that was asked for." : "Of about the source's shape.",
            failing: isAsked
                ? "Its shape is not the one that was asked for; ask again."
                : "Its shape is far from the source's; ask for the source's, or name one with --aspect-ratio.")
    }
}
