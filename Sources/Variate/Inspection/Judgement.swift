/// What the gate says of one candidate, in its machine-readable form.
public struct Judgement: Encodable, Sendable {
    /// The case's own id, where it has one.
    public var id: JSONValue?
    /// The candidate's path, where that tells judgements apart.
    public var path: String?
    /// Whether the candidate is delivered.
    public let accept: Bool
    /// Whether it repeats the source or an earlier variation.
    public let duplicate: Bool
    /// Every reason against it; empty when it is accepted.
    public let reasons: [Verdict.Reason]
    /// Every check that was made, passed or not.
    public let checks: [Verdict.Check]
    /// The five scores and every measurement behind them.
    public let metrics: MetricsReport

    /// Judges a candidate.
    public init(
        id: JSONValue? = nil, path: String? = nil, gate: QualityGate, candidate: ImageFeatures, source: ImageFeatures,
        previous: [ImageFeatures]
    ) {
        let (scorecard, verdict) = gate.judge(candidate, source: source, previous: previous)
        self.id = id
        self.path = path
        accept = verdict.accept
        duplicate = verdict.duplicate
        reasons = verdict.reasons
        checks = verdict.checks
        metrics = MetricsReport(scorecard)
    }
}
