/// What is known of an image model, as of 2026-11-21: what it accepts, and what replaces it.
///
/// Models that are not listed are used all the same, their limits unknown: the provider decides.
struct GeminiModel: Sendable {
    let id: String
    /// Sizes that may be asked for; the first is the default. They are spelt with an upper-case K.
    let sizes: [String]
    /// Whether the request may name a size at all; models with a single size refuse even that one.
    let sendsSize: Bool
    /// Shapes that may be asked for.
    let aspectRatios: [String]
    /// Whether it was shut down, or is announced to be.
    let isRetired: Bool

    /// The model that is used unless the user names one, and that replaces retired ones.
    static let standard = "gemini-nano-banana-2.1"

    private static let commonRatios = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
    private static let allRatios = commonRatios + ["1:4", "4:1", "1:8", "8:1"]

    /// Every model that is known.
    static let all: [GeminiModel] = [
        GeminiModel("gemini-nano-banana-2.1", ["1K", "2K", "4K"], allRatios),
        GeminiModel("gemini-3-pro-image", ["1K", "2K", "4K"], commonRatios),
        GeminiModel("gemini-3.1-flash-lite-image", ["1K"], allRatios),
        GeminiModel("gemini-3.1-flash-image", ["1K", "512", "2K", "4K"], allRatios, isRetired: true),
        GeminiModel("gemini-2.5-flash-image", ["1K"], commonRatios, isRetired: true),
    ]

    /// What is known of a model, or nil.
    static func named(_ id: String) -> GeminiModel? {
        all.first { $0.id == id.withoutPrefix("models/") }
    }

    private init(_ id: String, _ sizes: [String], _ aspectRatios: [String], isRetired: Bool = false) {
        self.id = id
        self.sizes = sizes
        sendsSize = sizes.count > 1
        self.aspectRatios = aspectRatios
        self.isRetired = isRetired
    }
}

extension String {
    /// What follows the prefix, or everything where it is not there.
    func withoutPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
