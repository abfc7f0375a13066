import VariateCodecs
import VariateStore

/// Generates, judges and delivers variations: the thin shell around `VariationMachine`.
///
/// It returns when every variation is delivered or given up. It never throws: whatever went wrong stands in the result,
/// and what was delivered until then stays delivered. Cancelling the task ends the run early in the same way.
public struct VariationProcessor: Sendable {
    /// Where pictures come from.
    public let generator: any ImageGenerator
    /// Where answers that were paid for are kept, or nil to keep none.
    public let cache: AnswerStore?
    /// Where delivered files go, or nil to return them in the result only.
    public let output: OutputDirectory?
    /// When a failed request is sent again.
    public let retryPolicy: RetryPolicy
    /// What requests cost.
    public let prices: PriceTable

    /// A processor over one generator.
    public init(
        generator: any ImageGenerator, cache: AnswerStore? = nil, output: OutputDirectory? = nil,
        retryPolicy: RetryPolicy = RetryPolicy(maximumAttemptsWithoutImage: 1), prices: PriceTable = .standard
    ) {
        self.generator = generator
        self.cache = cache
        self.output = output
        self.retryPolicy = retryPolicy
        self.prices = prices
    }

    /// The run's events as they happen, ending in `finished`. Dropping the stream cancels the run.
    public func events(for source: SourceImage, options: VariationOptions) -> AsyncStream<VariationEvent> {
        AsyncStream { continuation in
            let task = Task {
                _ = await run(source, options) { continuation.yield($0) }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// Runs to the end and returns the outcome, telling each event on the way.
    /// - Parameter onEvent: called from any thread, in the order of events within a slot.
    public func run(
        _ source: SourceImage, _ options: VariationOptions = VariationOptions(),
        onEvent: @escaping @Sendable (VariationEvent) -> Void = { _ in }
    ) async -> VariationResult {
        var run = VariationRun(processor: self, source: source, options: options, onEvent: onEvent)
        return await run.execute()
    }

    /// What one request is reckoned to cost, in dollars: 0 for a generator that is free, nil for an unknown price.
    public func estimatedCallCost(_ options: VariationOptions) -> Double? {
        guard generator.isPaid else { return 0 }
        return prices.estimate(model: generator.model, imageSize: options.imageSize, inputImages: 1)
    }

    /// The id of a run: equal for equal sources, options, generators and kinds of output.
    public func runID(_ source: SourceImage, _ options: VariationOptions) -> String {
        CacheKey.runID(source, options, generator, output: output)
    }
}
