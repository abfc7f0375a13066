import Variate

/// Everything that `variate generate` was told, checked.
struct GenerateOptions: Sendable {
    var image: String
    var count: Int
    var prompt: String
    /// The axes to vary in; nil means all.
    var axes: [VariationAxis]?
    var style: String?
    var strength: Double
    var seed: UInt64

    var backend: BackendName
    var model: String
    var baseURL: String
    var apiVersion: String
    var aspectRatio: String?
    var imageSize: String?
    var concurrency: Int
    var retries: Int
    /// Seconds for one answer.
    var timeout: Double
    /// Seconds for the whole run.
    var deadline: Double?
    /// Dollars for the whole run.
    var maxCost: Double?

    var quality: QualityLevel
    var gate: GateProfile
    /// Pictures that were delivered earlier.
    var previous: [String]
    /// Whether mirror images count as variations.
    var allowMirror: Bool?

    /// The directory to write to; nil means `<stem>-variations`.
    var output: String?
    var format: OutputFormat
    var force: Bool
    var keepRejected: Bool
    var report: Bool
    var usesCache: Bool
    /// The cache's directory; nil when caching is off or there is no home.
    var cacheDirectory: String?
    var salvage: Bool
    var dryRun: Bool
    var json: Bool
    var events: Bool

    /// Reads the options from a run's settings.
    init(_ context: CommandContext) throws {
        let settings = context.settings
        image = context.operands[0]
        count = try settings.required(Options.count)
        prompt = settings[Options.prompt] ?? ""
        axes = settings[Options.vary]
        style = settings[Options.style]
        strength = try settings.required(Options.strength)
        seed = UInt64(try settings.required(Options.seed))
        backend = try settings.required(Options.backend)
        model = try settings.required(Options.model)
        baseURL = try settings.required(Options.baseURL)
        apiVersion = try settings.required(Options.apiVersion).rawValue
        aspectRatio = settings[Options.aspectRatio]
        imageSize = settings[Options.imageSize]
        concurrency = try settings.required(Options.concurrency)
        retries = try settings.required(Options.retries)
        timeout = try settings.required(Options.timeout)
        deadline = settings[Options.deadline]
        maxCost = settings[Options.maxCost]
        quality = try settings.required(Options.quality)
        gate = try GateProfile(settings)
        previous = settings[Options.previous] ?? []
        allowMirror = settings[Options.allowMirror]
        output = settings[Options.output]
        format = try settings.required(Options.format)
        force = settings.isSet(Options.force)
        keepRejected = settings.isSet(Options.keepRejected)
        report = settings.isSet(Options.report)
        usesCache = settings.isSet(Options.cache)
        cacheDirectory = usesCache ? settings[Options.cacheDirectory] ?? context.locations.cacheDirectory : nil
        salvage = settings.isSet(Options.salvage)
        dryRun = settings.isSet(Options.dryRun)
        json = settings.isSet(Options.json)
        events = settings.isSet(Options.events)
    }
}
