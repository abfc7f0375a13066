/// Everything that decides one answer: the same request to the same provider may be answered from the cache.
public struct GenerationRequest: Sendable {
    /// The picture to vary, or nil for text-to-image.
    public var source: SourceImage?
    /// What to ask for, without the axis's own words.
    public var prompt: String
    /// The direction to vary in.
    public var axis: VariationAxis
    /// Named style or nil; the axis is `style` then.
    public var style: String?
    /// How far to go from the source, 0 (barely) to 1 (freely); 0.5 is the default.
    public var strength: Double
    /// Which of the N variations this is, from 0.
    public var slot: Int
    /// Which try at that slot this is, from 0.
    public var attempt: Int
    /// The run's seed; a generator derives its own randomness from (seed, slot, attempt).
    public var seed: UInt64
    /// Longest side of what is sent or drawn, in pixels: the quality level's.
    public var maximumSide: Int
    /// The shape asked for, for example `16:9`; nil means the source's own.
    public var aspectRatio: String?
    /// The provider's size name, for example `1K` or `2K`; nil means the provider's default.
    public var imageSize: String?

    /// Creates a request.
    public init(
        source: SourceImage?, prompt: String = "", axis: VariationAxis, style: String? = nil, strength: Double = 0.5,
        slot: Int = 0, attempt: Int = 0, seed: UInt64 = 0, maximumSide: Int = 2048, aspectRatio: String? = nil,
        imageSize: String? = nil
    ) {
        self.source = source
        self.prompt = prompt
        self.axis = axis
        self.style = style
        self.strength = strength
        self.slot = slot
        self.attempt = attempt
        self.seed = seed
        self.maximumSide = maximumSide
        self.aspectRatio = aspectRatio
        self.imageSize = imageSize
    }
}
