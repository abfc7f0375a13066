/// What was decided of one candidate, and why.
public struct Verdict: Sendable, Equatable {
    /// One reason for a rejection, with the evidence.
    public struct Reason: Sendable, Equatable, Codable {
        /// The check that failed: `similarity`, `diversity`, `aesthetic`, `object_integrity`, `overall_quality` or `resolution`.
        public var check: String
        /// The measurement that decided, for example `blurred`.
        public var metric: String
        /// Its value.
        public var value: Double
        /// The bound that it crossed.
        public var bound: Double
        /// One sentence for the user: what is wrong, and the sibling it repeats where that is the reason.
        public var advice: String

        /// Creates a reason.
        public init(check: String, metric: String, value: Double, bound: Double, advice: String) {
            self.check = check
            self.metric = metric
            self.value = value
            self.bound = bound
            self.advice = advice
        }
    }

    /// Whether the candidate is delivered.
    public var accept: Bool { reasons.isEmpty }
    /// Whether it repeats the source or an earlier variation.
    public var duplicate: Bool
    /// Every reason against it; empty when it is accepted.
    public var reasons: [Reason]

    /// Creates a verdict.
    public init(duplicate: Bool, reasons: [Reason]) {
        self.duplicate = duplicate
        self.reasons = reasons
    }
}
