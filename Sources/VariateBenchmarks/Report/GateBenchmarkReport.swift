public import Variate

/// What a benchmark of the gate found, as the document `variate.bench.gate/1`.
public struct GateBenchmarkReport: Sendable, Encodable {
    /// Figures under a name: of a half, a kind of picture, a level or a rule.
    public struct Row: Sendable, Encodable {
        /// What they are of.
        public let name: String
        /// The figures.
        public let figures: GateFigures
    }

    /// One class of candidates.
    public struct Class: Sendable, Encodable {
        /// A measurement that was given as a reason, and how often.
        public struct Reason: Sendable, Encodable {
            /// The measurement's name.
            public let metric: String
            /// In how many cases.
            public let count: Int
        }

        /// What a person would say of it.
        public let label: CorpusLabel
        /// Its name.
        public let type: String
        /// How many of its cases are arguable.
        public let arguable: Int
        /// Share that is treated as the label asks: accepted, called duplicate, rejected.
        public let right: Proportion
        /// The same in the halves `a` and `b` of the corpus.
        public let halves: [String: Proportion]
        /// The most frequent reasons for rejections, right or wrong.
        public let reasons: [Reason]
    }

    /// Candidates that were encoded again or resized.
    public struct Twins: Sendable, Encodable {
        /// Twins that are accepted where the first was not, or the other way round.
        public let changedAcceptance: Proportion
        /// Twins that are called duplicates where the first was not, or the other way round.
        public let changedDuplicate: Proportion
        /// Either of the two.
        public let changed: Proportion
        /// The same for each way: `jpeg` and `resized`.
        public let ways: [String: Proportion]
    }

    /// How well one number finds the classes that it is for.
    public struct Metric: Sendable, Encodable {
        /// The number's name.
        public let name: String
        /// Whether higher values are the suspicious ones.
        public let higherIsWorse: Bool
        /// The classes, or the label where it is for all of its classes.
        public let classes: [String]
        /// How many candidates it should find, and how many good ones it should let pass.
        public let positives: Int
        /// Good candidates.
        public let negatives: Int
        /// The areas and recalls.
        public let discrimination: Discrimination
    }

    /// Time of one candidate, in milliseconds: its median and its 95th percentile.
    public struct Timing: Sendable, Encodable {
        /// A median and a high percentile.
        public struct Spread: Sendable, Encodable {
            /// Half of the candidates took less.
            public let median: Double
            /// Nineteen of twenty took less.
            public let percentile95: Double
        }

        /// Reading and decoding the file.
        public let decoding: Spread
        /// Measuring the candidate.
        public let features: Spread
        /// Judging it, its source and siblings being measured already.
        public let judging: Spread
    }

    /// A file that could not be read.
    public struct Unreadable: Sendable, Encodable {
        /// Its path.
        public let path: String
        /// Why.
        public let reason: String
        /// How many cases could not be judged for it.
        public let cases: Int
    }

    /// `variate.bench.gate/1`.
    public let schema = "variate.bench.gate/1"
    /// The name of the gate's profile.
    public let gate: String
    /// The digest of everything that the profile sets: equal for profiles that decide alike.
    public let gateDigest: String
    /// The gate's level.
    public let quality: QualityLevel
    /// Cases that were judged, twins left out.
    public let cases: Int
    /// Twins that were judged.
    public let twinCases: Int
    /// Sources that they belong to.
    public let sources: Int
    /// Cases whose label is arguable: they are in the classes, and in no other figure.
    public let arguable: Int
    /// Files that could not be read.
    public let unreadable: [Unreadable]
    /// The figures of `all` cases and of the halves `a` and `b`.
    public let totals: [Row]
    /// By label and type.
    public let classes: [Class]
    /// By kind of picture.
    public let kinds: [Row]
    /// At each level.
    public let levels: [Row]
    /// Nil when the corpus has none.
    public let twins: Twins?
    /// Each number of the scorecard and the textbook.
    public let metrics: [Metric]
    /// The literal gate and the usual advice; empty in a quick run.
    public let comparison: [Row]
    /// Time of one candidate.
    public let timing: Timing
}
