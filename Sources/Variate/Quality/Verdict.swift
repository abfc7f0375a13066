/// What was decided of one candidate, and why.
public struct Verdict: Sendable, Equatable {
    /// One check that was made, passed or not, with the evidence.
    public struct Check: Sendable, Equatable, Codable {
        /// The check: `similarity`, `diversity`, `aesthetic`, `object_integrity`, `resolution` or `overall_quality`.
        public var check: String
        /// What was measured, for example `blurred`.
        public var metric: String
        /// Its value.
        public var value: Double
        /// The bound that it may not cross.
        public var bound: Double
        /// How far the value is on the good side of the bound, in the metric's own unit: 0 or more where it passes.
        public var margin: Double
        /// Whether it passes.
        public var passed: Bool
        /// One sentence for the user: what a passed check means, or what is wrong and what to do.
        public var advice: String

        /// A check of a value that must be at least the bound.
        public static func atLeast(
            _ bound: Double, check: String, metric: String, value: Double, passing: String, failing: String
        ) -> Check {
            Check(
                check: check, metric: metric, value: value, bound: bound, margin: value - bound, passing: passing,
                failing: failing)
        }

        /// A check of a value that must be at most the bound.
        public static func atMost(
            _ bound: Double, check: String, metric: String, value: Double, passing: String, failing: String
        ) -> Check {
            Check(
                check: check, metric: metric, value: value, bound: bound, margin: bound - value, passing: passing,
                failing: failing)
        }

        /// The margin as a share of the bound, so that metrics of different units compare; a bound of 0 counts as 1. Of an
        /// aspect ratio, which is never below 1, as a share of what the bound leaves.
        public var relativeMargin: Double {
            let whole = metric == ResolutionCheck.aspectRatio ? bound - 1 : abs(bound)
            return margin / (whole > 0 ? whole : 1)
        }

        /// Whether the value must be at least the bound; otherwise it must be at most the bound.
        public var isLeast: Bool { margin == value - bound }

        private init(
            check: String, metric: String, value: Double, bound: Double, margin: Double, passing: String,
            failing: String
        ) {
            self.check = check
            self.metric = metric
            self.value = value
            self.bound = bound
            self.margin = margin
            passed = !(margin < 0)
            advice = passed ? passing : failing
        }
    }

    /// One reason for a rejection: a check that failed.
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

        /// The reason that a failed check is.
        public init(_ failed: Check) {
            check = failed.check
            metric = failed.metric
            value = failed.value
            bound = failed.bound
            advice = failed.advice
        }
    }

    /// Whether the candidate is delivered: it passes every check.
    public var accept: Bool { reasons.isEmpty }
    /// Whether it repeats the source or an earlier variation.
    public let duplicate: Bool
    /// Every check that was made, passed or not, in an order that is the same for every candidate of a profile.
    public let checks: [Check]
    /// Every reason against it; empty when it is accepted.
    public let reasons: [Reason]

    /// Decides by the checks: those that failed are the reasons.
    /// - Parameter overallStandsBack: whether a low overall quality is a reason only where no other check failed.
    public init(duplicate: Bool, checks: [Check], overallStandsBack: Bool) {
        self.duplicate = duplicate
        self.checks = checks
        let failed = checks.filter { !$0.passed }
        let named = failed.filter { $0.check != OverallQualityCheck.name }
        reasons = (overallStandsBack && !named.isEmpty ? named : failed).map(Reason.init)
    }
}
