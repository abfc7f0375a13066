import VariateStore

/// The name of an answer: everything that decided it.
enum CacheKey {
    /// Changes when the meaning of a stored answer does.
    static let revision = 1

    /// SHA-256 over the canonical request, one field a line.
    static func digest(
        of request: GenerationRequest, prompt: String, generator: any ImageGenerator
    ) -> SHA256Digest {
        let fields: [(String, String)] = [
            ("revision", "\(revision)"),
            ("provider", generator.name),
            ("model", generator.model),
            ("source", request.source?.pixelDigest.description ?? "none"),
            ("prompt", SHA256Digest(of: prompt).description),
            ("axis", request.axis.rawValue),
            ("style", request.style ?? ""),
            ("strength", "\(request.strength)"),
            ("aspect-ratio", request.aspectRatio ?? ""),
            ("image-size", request.imageSize ?? ""),
            ("maximum-side", "\(request.maximumSide)"),
            ("seed", "\(request.seed)"),
            ("slot", "\(request.slot)"),
            ("attempt", "\(request.attempt)"),
        ]
        return SHA256Digest(of: fields.map { "\($0.0)=\($0.1)\n" }.joined())
    }

    /// A run's id: the first 16 digits over everything that decides which files it delivers.
    static func runID(_ source: SourceImage, _ options: VariationOptions, _ generator: any ImageGenerator) -> String {
        var request = options.request(for: source, slot: 0, attempt: 0)
        request.seed = options.seed
        let first = digest(of: request, prompt: options.prompt, generator: generator)
        let rest = [
            "count=\(options.count)", "axes=\(options.axes.map(\.rawValue).joined(separator: ","))",
            "quality=\(options.quality.rawValue)", "gate=\(options.profile.rawValue)",
            "maximum-cost=\(options.maximumCost.map { "\($0)" } ?? "")",
        ]
        return String(SHA256Digest(of: ([first.description] + rest).joined(separator: "\n")).description.prefix(16))
    }
}
