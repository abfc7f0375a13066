/// What `variate explain --json` prints: of each candidate of a run, the decision and every check.
public struct Explanation: Encodable, Sendable {
    /// The version of this document's shape.
    public static let schemaVersion = "variate.explanation/1"

    /// One candidate of the run.
    public struct Candidate: Encodable, Sendable {
        /// `1`, `2`, … for variations by their number; `r1`, `r2`, … for rejections in the order of judging.
        public var candidate: String
        /// Where it was written; missing when it was not.
        public var path: String?
        /// The direction of the variation.
        public var axis: String
        /// What the generator did, in a few words.
        public var summary: String
        /// Width in pixels.
        public var width: Int
        /// Height in pixels.
        public var height: Int
        /// Whether it was delivered.
        public var accept: Bool
        /// Whether it repeats the source or an earlier variation.
        public var duplicate: Bool
        /// The check that decided: `VerdictReport.decidingCheck`.
        public var decided: Verdict.Check?
        /// Every check that was made, passed or not.
        public var checks: [Verdict.Check]

        init(_ name: String, _ report: RunReport.Candidate) {
            candidate = name
            path = report.path
            axis = report.axis
            summary = report.summary
            width = report.width
            height = report.height
            accept = report.verdict.accept
            duplicate = report.verdict.duplicate
            decided = report.verdict.decidingCheck
            checks = report.verdict.checks
        }
    }

    /// The version of this document's shape.
    public var schema = Self.schemaVersion
    /// The run's id.
    public var run: String
    /// The name of the gate's profile.
    public var gate: String
    /// The bounds that were set for the run alone.
    public var gateChanges: [GateProfile.Change]
    /// `high`, `medium` or `low`.
    public var qualityLevel: String
    /// Smallest difference between two delivered variations, 0 to 1; missing with fewer than two.
    public var setDiversity: Double?
    /// The variations by number, then the rejections in the order of judging.
    public var candidates: [Candidate]

    /// Explains every candidate of a run.
    public init(_ report: RunReport) {
        run = report.run
        gate = report.gate
        gateChanges = report.gateChanges
        qualityLevel = report.qualityLevel
        setDiversity = report.setDiversity
        candidates =
            report.variations.enumerated().map { Candidate("\($0 + 1)", $1) }
            + report.rejections.enumerated().map { Candidate("r\($0 + 1)", $1) }
    }
}
