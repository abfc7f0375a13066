/// One rule of the gate: the reasons that an assessment gives it against a candidate.
protocol QualityCheck: Sendable {
    /// Empty when the candidate passes.
    func reasons(for assessment: Assessment) -> [Verdict.Reason]
}
