import VariateImaging

/// What a run would do, said before anything is sent.
public struct RunPlan: Encodable, Sendable {
    /// What it would cost, in US dollars; missing when the price is not known.
    public struct Cost: Encodable, Sendable, Equatable {
        /// One request for each variation.
        public var estimatedUsd: Double?
        /// Every attempt that is allowed.
        public var maximumUsd: Double?
    }

    /// The version of this document's shape.
    public var schema = "variate.plan/1"
    /// The id that the run would have.
    public var run: String
    /// `gemini` or `local`.
    public var generator: String
    /// The model that would be asked.
    public var model: String
    /// Variations asked for.
    public var requested: Int
    /// Most attempts that would be made.
    public var maximumAttempts: Int
    /// Requests under way at once.
    public var concurrency: Int
    /// The direction of each variation.
    public var axes: [String]
    /// What it would cost.
    public var cost: Cost

    /// The plan of a run.
    public init(_ processor: VariationProcessor, source: SourceImage, options: VariationOptions) {
        run = processor.runID(source, options)
        generator = processor.generator.name
        model = processor.generator.model
        requested = options.count
        maximumAttempts = options.maximumAttempts
        concurrency = MemoryBudget(mebibytes: options.memoryBudget)
            .concurrency(source: source.image.size, imageSize: options.imageSize, wanted: options.concurrency)
        axes = (0..<options.count).map { options.request(for: source, slot: $0, attempt: 0).axis.rawValue }
        let price = processor.estimatedCallCost(options)
        cost = Cost(
            estimatedUsd: price.map { $0 * Double(options.count) },
            maximumUsd: price.map { $0 * Double(options.maximumAttempts) })
    }
}
