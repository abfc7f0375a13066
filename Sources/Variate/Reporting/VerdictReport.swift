/// A verdict in its machine-readable form.
public struct VerdictReport: Codable, Sendable, Equatable {
    /// Whether the candidate is delivered.
    public var accept: Bool
    /// Whether it repeats the source or an earlier variation.
    public var duplicate: Bool
    /// Every reason against it; empty when it is accepted.
    public var reasons: [Verdict.Reason]
    /// Every check that was made, passed or not.
    public var checks: [Verdict.Check]

    /// The form of a verdict.
    public init(_ verdict: Verdict) {
        accept = verdict.accept
        duplicate = verdict.duplicate
        reasons = verdict.reasons
        checks = verdict.checks
    }

    /// The check that decided: of those that are reasons, or of all where it was accepted, the one with the smallest
    /// margin as a share of its bound. Nil when there are no checks.
    public var decidingCheck: Verdict.Check? {
        let failed = checks.filter { check in reasons.contains { $0 == Verdict.Reason(check) } }
        return (failed.isEmpty ? checks : failed).min { $0.relativeMargin < $1.relativeMargin }
    }
}
