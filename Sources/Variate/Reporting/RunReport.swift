import VariateCodecs
import VariateImaging
import VariateStore

/// The machine-readable account of a run: what `generate --json` prints and `report.json` holds.
public struct RunReport: Codable, Sendable, Equatable {
    /// The version of this document's shape.
    public static let schemaVersion = "variate.run/1"

    /// The picture that was varied.
    public struct Source: Codable, Sendable, Equatable {
        /// The path as it was given.
        public var path: String
        /// Width of the upright picture, in pixels.
        public var width: Int
        /// Height of the upright picture, in pixels.
        public var height: Int
        /// `png`, `jpeg` or `webp`.
        public var format: String
        /// SHA-256 over the upright pixels.
        public var pixels: String
    }

    /// US dollars. Null means that a price is not known; it never means nothing.
    public struct Cost: Codable, Sendable, Equatable {
        /// Spent, as the answers' usage and the price table say.
        public var usd: Double?
        /// May have been spent: requests whose outcome is unknown.
        public var possibleUsd: Double?
        /// Reckoned before the run for the variations asked for.
        public var estimatedUsd: Double?

        /// Writes every member, also where a price is not known.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(usd, forKey: .usd)
            try container.encode(possibleUsd, forKey: .possibleUsd)
            try container.encode(estimatedUsd, forKey: .estimatedUsd)
        }
    }

    /// One judged candidate.
    public struct Candidate: Codable, Sendable, Equatable {
        /// Where it was written; missing when it was not.
        public var path: String?
        /// The first 16 hexadecimal digits of the SHA-256 of the answer's bytes.
        public var image_id: String
        /// The first 16 hexadecimal digits of the SHA-256 of the prompt sent.
        public var prompt_hash: String
        /// The direction of the variation.
        public var axis: String
        /// What the generator did, in a few words.
        public var summary: String
        /// Which of the variations it was made for, from 0.
        public var slot: Int
        /// Which try at that slot, from 0.
        public var attempt: Int
        /// Width in pixels.
        public var width: Int
        /// Height in pixels.
        public var height: Int
        /// Its numbers, by name.
        public var metrics: MetricsReport
        /// The decision and its reasons.
        public var verdict: VerdictReport
        /// From request to answer, in milliseconds; 0 from the cache.
        public var generation_time_ms: Double
        /// Whether the answer came from the cache.
        public var cached: Bool
        /// Tokens used, where the provider counts them.
        public var usage: TokenUsage?
    }

    /// One attempt that brought no picture.
    public struct Failure: Codable, Sendable, Equatable {
        /// Which of the variations it was for, from 0.
        public var slot: Int
        /// Which try at that slot, from 0.
        public var attempt: Int
        /// The direction of the variation.
        public var axis: String
        /// What went wrong, by a stable name.
        public var kind: String
        /// What happened, in the provider's or the system's words.
        public var message: String
        /// What to do about it.
        public var advice: String
        /// `not-sent`, `outcome-unknown`, `refused` or `answered`.
        public var charge: String
        /// HTTP status, where there was one.
        public var status: Int?
        /// The provider's machine-readable reason, where there was one.
        public var reason: String?
    }

    /// The version of this document's shape.
    public var schema: String
    /// A digest of everything that decided the run.
    public var run: String
    /// The picture that was varied.
    public var source: Source
    /// `gemini` or `local`.
    public var generator: String
    /// The model as it was asked for.
    public var model: String
    /// Variations asked for.
    public var requested: Int
    /// Variations delivered.
    public var delivered: Int
    /// Candidates judged and rejected.
    public var rejected: Int
    /// Attempts without a picture.
    public var failed: Int
    /// Attempts started.
    public var attempts: Int
    /// Requests to a paid service, retries included.
    public var apiCalls: Int
    /// Answers from the cache.
    public var cacheHits: Int
    /// What it cost.
    public var cost: Cost
    /// `high`, `medium` or `low`.
    public var qualityLevel: String
    /// The name of the gate's profile.
    public var gate: String
    /// The digest of everything in that profile that decides: `GateProfile.digest`.
    public var gateDigest: String
    /// The bounds that were set for this run alone.
    public var gateChanges: [GateProfile.Change]
    /// The run's seed.
    public var seed: UInt64
    /// Smallest difference between two delivered variations, 0 to 1; missing with fewer than two.
    public var setDiversity: Double?
    /// Why the run ended early; missing when it did not.
    public var stopReason: String?
    /// Duration in milliseconds.
    public var duration_ms: Double
    /// What was delivered, in order.
    public var variations: [Candidate]
    /// What was rejected, in the order of judging.
    public var rejections: [Candidate]
    /// What brought no picture, by try and slot.
    public var failures: [Failure]

    /// The account of a result.
    public init(_ result: VariationResult, source: SourceImage) {
        schema = Self.schemaVersion
        run = result.run
        self.source = Source(
            path: source.path, width: source.image.width, height: source.image.height, format: source.format.rawValue,
            pixels: source.pixelDigest.description)
        generator = result.generator
        model = result.model
        requested = result.options.count
        delivered = result.delivered.count
        rejected = result.rejected.count
        failed = result.failures.count
        attempts = result.attempts
        apiCalls = result.isPaid ? result.generatorCalls : 0
        cacheHits = result.cacheHits
        cost = Cost(usd: result.cost, possibleUsd: result.possibleCost, estimatedUsd: result.estimatedCost)
        qualityLevel = result.options.quality.rawValue
        gate = result.options.profile.name
        gateDigest = result.options.profile.digest
        gateChanges = result.options.profile.changes
        seed = result.options.seed
        setDiversity = result.setDiversity
        stopReason = result.stopReason?.rawValue
        duration_ms = milliseconds(result.duration)
        variations = result.delivered.map(Candidate.init)
        rejections = result.rejected.map(Candidate.init)
        failures = result.failures.map(Failure.init)
    }
}

extension RunReport.Candidate {
    init(_ variation: Variation) {
        path = variation.path
        image_id = variation.imageID
        prompt_hash = variation.promptHash
        axis = variation.axis.rawValue
        summary = variation.summary
        slot = variation.slot
        attempt = variation.attempt
        width = variation.size.width
        height = variation.size.height
        metrics = MetricsReport(variation.scorecard)
        verdict = VerdictReport(variation.verdict)
        generation_time_ms = milliseconds(variation.generationTime)
        cached = variation.cached
        usage = variation.usage
    }
}

extension RunReport.Failure {
    init(_ failed: FailedAttempt) {
        slot = failed.slot
        attempt = failed.attempt
        axis = failed.axis.rawValue
        kind = failed.failure.kind.rawValue
        message = failed.failure.message
        advice = failed.failure.advice
        charge = failed.failure.charge.rawValue
        status = failed.failure.status
        reason = failed.failure.reason
    }
}

/// Seconds as milliseconds with microsecond resolution.
private func milliseconds(_ seconds: Double) -> Double { (seconds * 1e6).rounded() / 1e3 }
