import VariateImaging

/// The outcome of a run.
public struct VariationResult: Sendable {
    /// A digest of everything that decided the run: the same command has the same id.
    public var run: String
    /// What was asked for.
    public var options: VariationOptions
    /// Generator and model, for example `local` and `local-1`.
    public var generator: String
    /// The model, as named in the request.
    public var model: String
    /// Delivered variations, in order of their numbers. Once written to a file, their bytes are no longer kept here.
    public var delivered: [Variation] = []
    /// Rejected candidates, in the order in which they were judged.
    public var rejected: [Variation] = []
    /// Attempts without a picture, by round and slot.
    public var failures: [FailedAttempt] = []
    /// Attempts started.
    public var attempts = 0
    /// Requests that went to the generator, retries included; answers from the cache are not.
    public var generatorCalls = 0
    /// Whether a call is one to a paid service.
    public var isPaid = false
    /// Answers that came from the cache.
    public var cacheHits = 0
    /// Dollars spent, as the answers' usage and the price table say; nil when a price is unknown.
    public var cost: Double? = 0
    /// Dollars that may have been spent besides, on requests whose outcome is unknown; nil when a price is unknown.
    public var possibleCost: Double? = 0
    /// Dollars that the run was reckoned to cost at most; nil when the price is unknown.
    public var estimatedCost: Double? = 0
    /// Smallest difference between any two delivered variations, 0 to 1; nil with fewer than two.
    public var setDiversity: Double?
    /// Why it ended early, if it did.
    public var stopReason: StopReason?
    /// Duration in seconds.
    public var duration = 0.0

    /// Whether all that was asked for was delivered.
    public var isComplete: Bool { delivered.count == options.count }
}
