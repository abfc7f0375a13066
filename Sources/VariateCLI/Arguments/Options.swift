import Variate
import VariateBenchmarks

/// Every option of the tool. Commands take theirs from here, so that one name means one thing.
enum Options {
    // What to make.
    static let count = TypedOption.integer(
        "count", short: "n", in: 1...64, default: "4", "How many variations to deliver.")
    static let prompt = TypedOption.text(
        "prompt", short: "p", as: "TEXT", configurable: .commandLineOnly, "What the variations should show or keep.")
    static let vary = TypedOption<[VariationAxis]>.choices(
        "vary", as: "AXIS,…", "Directions that lead, in turn; all of them by default.")
    static let style = TypedOption.text("style", as: "NAME", "Vary in style, and towards this one.")
    static let strength = TypedOption.number(
        "strength", in: 0...1, as: "0…1", default: "0.5", "How far to go from the source, 0 gentle to 1 free.")
    static let seed = TypedOption.integer(
        "seed", in: 0...Int.max, default: "0", "Other numbers give other variations; the same one the same.")

    // Who makes it.
    static let backend = TypedOption<BackendName>.choice(
        "backend", as: "NAME", default: .auto, "Who draws: Gemini when a key is set, else the built-in generator.")
    static let model = TypedOption.text(
        "model", as: "ID", default: "gemini-nano-banana-2.1", "Gemini's image model, passed on verbatim.")
    static let baseURL = TypedOption.text(
        "base-url", kind: .url, as: "URL", default: "https://generativelanguage.googleapis.com",
        configurable: .userOnly, "Where the Gemini API is; the key is sent there.")
    static let apiVersion = TypedOption<APIVersion>.choice(
        "api-version", as: "NAME", default: .v1beta, "Version of the Gemini API.")
    static let aspectRatio = TypedOption.text(
        "aspect-ratio", kind: .choice(aspectRatios), as: "W:H", "Shape to ask for; the source's own by default.")
    static let imageSize = TypedOption.text(
        "image-size", kind: .choice(["512", "1K", "2K", "4K"]), as: "SIZE",
        "Size to ask for; the model's own by default.")
    static let concurrency = TypedOption.integer(
        "concurrency", in: 1...32, default: "4", "Requests under way at a time.")
    static let retries = TypedOption.integer(
        "retries", in: 0...10, default: "2", "Further tries of a request that failed without being charged.")
    static let timeout = TypedOption.number(
        "timeout", in: 1...3600, as: "SECONDS", default: "180", "Longest wait for one answer.")
    static let deadline = TypedOption.number(
        "deadline", in: 1...86_400, as: "SECONDS", "Longest time for the whole run; what is done by then is kept.")
    static let maxCost = TypedOption.number(
        "max-cost", in: 0...10_000, as: "USD", configurable: .loweredByProject,
        "Send nothing that could take the run's cost above this.")

    // What is good enough.
    static let quality = TypedOption<QualityLevel>.choice(
        "quality", as: "LEVEL", default: .medium,
        "How strict to judge; tries (3, 2, 1) and longest side (2048, 1536, 1024) go along.")
    static let gate = TypedOption.text(
        "gate", kind: .wordOrFile(GateProfile.bundledNames), as: "NAME|FILE", default: "calibrated",
        "Which rules judge: a profile by name, or a file of your own; seed-literal accepts next to nothing.")
    static let set = TypedOption<[Assignment]>.assignments(
        "set", as: "METRIC=BOUND", "Judge by another bound, for this time; may be repeated.")

    // Where it goes.
    static let output = TypedOption.text(
        "output", short: "o", kind: .directory, as: "DIR", "Where to write; <image>-variations by default.")
    static let format = TypedOption<OutputFormat>.choice(
        "format", as: "FORMAT", default: .original, "File format; original keeps the generator's bytes verbatim.")
    static let force = TypedOption.flag("force", "Overwrite files that exist.")
    static let keepRejected = TypedOption.flag(
        "keep-rejected", configurable: .everywhere, "Write rejected pictures too, under rejected/.")
    static let report = TypedOption.flag(
        "report", negatable: true, default: true, configurable: .everywhere,
        "Write report.json and report.html beside the variations.")
    static let cache = TypedOption.flag(
        "cache", negatable: true, default: true, configurable: .userOnly, "Reuse answers that were paid for before.")
    static let cacheDirectory = TypedOption.text(
        "cache-dir", kind: .directory, as: "DIR", configurable: .userOnly,
        "Where answers are kept; $XDG_CACHE_HOME/variate by default.")

    // How it speaks.
    static let json = TypedOption.flag("json", "Print JSON on standard output.")
    static let events = TypedOption.flag("events", "Print newline-delimited JSON events, ending in one result.")
    static let dryRun = TypedOption.flag("dry-run", "Say what would be sent and what it would cost, and stop.")
    static let quiet = TypedOption.flag("quiet", short: "q", "Only errors on standard error.")
    static let verbose = TypedOption.flag("verbose", short: "v", "Say more on standard error.")
    static let help = TypedOption.flag("help", short: "h", "Show help.")
    static let version = TypedOption.flag("version", "Show the version.")

    // What it reads.
    static let salvage = TypedOption.flag("salvage", "Use what is there of truncated or damaged images.")
    static let source = TypedOption.text(
        "source", kind: .file, as: "IMAGE", configurable: .commandLineOnly, "The picture that the candidates vary.")
    static let previous = TypedOption<[String]>.files(
        "previous", as: "IMAGE", "A variation that was accepted earlier; may be repeated.")
    static let input = TypedOption.text(
        "input", kind: .file, as: "FILE", configurable: .commandLineOnly,
        "Cases to judge, one JSON object a line; - is standard input.")

    static let profile = TypedOption.text(
        "profile", kind: .wordOrFile(GateProfile.bundledNames), as: "NAME|FILE", configurable: .commandLineOnly,
        "Print a gate profile as JSON instead, with everything that --set changes.")

    // What it measures.
    static let corpus = TypedOption.text(
        "corpus", kind: .directory, as: "DIR", configurable: .commandLineOnly,
        "A labelled corpus, as scripts/gate-corpus makes it.")
    static let half = TypedOption.text(
        "half", kind: .choice(SceneHalf.allCases.map(\.rawValue)), as: "NAME", configurable: .commandLineOnly,
        "Only one half of the scenes; both by default.")
    static let quick = TypedOption.flag("quick", "Only this gate at this level: no comparison with others.")
    static let markdown = TypedOption.flag("markdown", "Print tables in Markdown on standard output.")

    /// The shapes that Gemini's image models know.
    static let aspectRatios = [
        "1:1", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "9:16", "16:9", "21:9",
    ]
    /// The options of every command.
    static let common = [quiet, verbose, help, version].map(\.specification)
}
