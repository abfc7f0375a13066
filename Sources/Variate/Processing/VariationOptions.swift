public import VariateImaging

/// What is asked of one run. Everything here, with the source and the generator, decides its result.
public struct VariationOptions: Sendable, Equatable {
    /// How many variations can be asked for at once.
    public static let countRange = 1...64

    /// How many variations are wanted.
    public var count: Int
    /// What the variations should show, in the user's words; may be empty.
    public var prompt: String
    /// The directions to vary in, taken in turn; all of them when empty.
    public var axes: [VariationAxis]
    /// A named style for every variation, or nil.
    public var style: String?
    /// How far to go from the source, 0 to 1.
    public var strength: Double
    /// The run's seed.
    public var seed: UInt64
    /// How strict the gate is, and with it the size sent and the tries allowed.
    public var quality: QualityLevel
    /// The rules of the gate.
    public var profile: GateProfile
    /// Whether a mirror image counts as a variation; nil leaves it to the profile.
    public var allowsMirror: Bool?
    /// Requests in flight at once; the memory budget may lower it.
    public var concurrency: Int
    /// The whole run's time in seconds, or nil for no bound.
    public var deadline: Double?
    /// Most that the run may spend, in US dollars, or nil for no bound. Checked before each request is sent.
    public var maximumCost: Double?
    /// Bytes that decoded pictures in flight may take, in MiB.
    public var memoryBudget: Int
    /// The shape asked for, for example `16:9`; nil means the source's own.
    public var aspectRatio: String?
    /// The provider's size name, for example `2K`; nil means the provider's default.
    public var imageSize: String?
    /// Whether rejected candidates keep their bytes in the result.
    public var keepsRejected: Bool
    /// Pictures that were delivered earlier: nothing may repeat them either.
    public var previous: [Image]

    /// Creates options; each has the default of the command line.
    public init(
        count: Int = 4, prompt: String = "", axes: [VariationAxis] = [], style: String? = nil, strength: Double = 0.5,
        seed: UInt64 = 0, quality: QualityLevel = .medium, profile: GateProfile = .calibrated,
        allowsMirror: Bool? = nil, concurrency: Int = 4,
        deadline: Double? = nil, maximumCost: Double? = nil, memoryBudget: Int = 2048, aspectRatio: String? = nil,
        imageSize: String? = nil, keepsRejected: Bool = false, previous: [Image] = []
    ) {
        self.count = count
        self.prompt = prompt
        self.axes = axes
        self.style = style
        self.strength = strength
        self.seed = seed
        self.quality = quality
        self.profile = profile
        self.allowsMirror = allowsMirror
        self.concurrency = concurrency
        self.deadline = deadline
        self.maximumCost = maximumCost
        self.memoryBudget = memoryBudget
        self.aspectRatio = aspectRatio
        self.imageSize = imageSize
        self.keepsRejected = keepsRejected
        self.previous = previous
    }

    /// The options with every number held to what a run can work with.
    var bounded: VariationOptions {
        var bounded = self
        bounded.count = min(max(count, Self.countRange.lowerBound), Self.countRange.upperBound)
        bounded.strength = strength.isFinite ? min(max(strength, 0), 1) : Self.standardStrength
        bounded.concurrency = min(max(concurrency, 1), Self.countRange.upperBound)
        bounded.memoryBudget = min(max(memoryBudget, 1), Self.largestMemoryBudget)
        bounded.deadline = deadline.flatMap { $0.isFinite ? min(max($0, 0), Self.longestDeadline) : nil }
        bounded.maximumCost = maximumCost.flatMap { $0.isNaN ? 0 : $0 }
        return bounded
    }

    private static let standardStrength = 0.5
    /// One TiB, in MiB.
    private static let largestMemoryBudget = 1 << 20
    /// A week, in seconds.
    private static let longestDeadline = 604_800.0

    /// Most attempts in all: the level's tries a variation, times the variations; a slot that succeeds at once leaves
    /// its spare tries to the others.
    public var maximumAttempts: Int { count * quality.attemptsPerVariation }

    /// Width divided by height of the shape asked for; nil when none is, or it is no shape.
    var askedAspectRatio: Double? { aspectRatio.flatMap(AspectRatio.value) }

    /// The request for one try at one slot.
    public func request(for source: SourceImage?, slot: Int, attempt: Int) -> GenerationRequest {
        let all = axes.isEmpty ? VariationAxis.defaultOrder : axes
        return GenerationRequest(
            source: source, prompt: prompt, axis: style == nil ? all[slot % all.count] : .style, style: style,
            strength: strength, slot: slot, attempt: attempt, seed: seed, maximumSide: quality.maximumSide,
            aspectRatio: aspectRatio, imageSize: imageSize)
    }
}

extension VariationAxis {
    /// The order in which axes are taken when none is named: neighbours differ as much as they can, so that a few
    /// variations already show the range.
    public static let defaultOrder: [VariationAxis] = [
        .lighting, .colorPalette, .composition, .style, .timeOfDay, .angle, .season, .mood,
    ]
}
