/// One rule of the gate: what it finds in an assessment, passed or not, in a fixed order.
protocol QualityCheck: Sendable {
    func checks(for assessment: Assessment) -> [Verdict.Check]
}
