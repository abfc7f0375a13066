import VariateCodecs
import VariateStore

/// The name of an answer: everything that decided it.
enum CacheKey {
    /// Changes when the meaning of a stored answer does.
    static let revision = 2

    /// SHA-256 over the canonical request.
    static func digest(
        of request: GenerationRequest, prompt: String, generator: any ImageGenerator
    ) -> SHA256Digest {
        digest(of: [
            ("revision", "\(revision)"),
            ("provider", generator.name),
            ("endpoint", generator.endpoint),
            ("model", generator.model.withoutPrefix("models/")),
            ("source", request.source?.pixelDigest.description ?? "none"),
            ("prompt", prompt),
            ("axis", request.axis.rawValue),
            ("style", request.style ?? ""),
            ("strength", "\(request.strength)"),
            ("aspect-ratio", request.aspectRatio ?? ""),
            ("image-size", request.imageSize ?? ""),
            ("maximum-side", "\(request.maximumSide)"),
            ("seed", "\(request.seed)"),
            ("slot", "\(request.slot)"),
            ("attempt", "\(request.attempt)"),
        ])
    }

    /// A run's id: the first 16 digits over everything that decides which files it delivers.
    static func runID(
        _ source: SourceImage, _ options: VariationOptions, _ generator: any ImageGenerator, output: OutputDirectory?
    ) -> String {
        let request = options.request(for: source, slot: 0, attempt: 0)
        let first = digest(of: request, prompt: options.prompt, generator: generator)
        let run = digest(of: [
            ("first", first.description),
            ("count", "\(options.count)"),
            ("axes", options.axes.map(\.rawValue).joined(separator: ",")),
            ("quality", options.quality.rawValue),
            ("gate", options.profile.digest),
            ("maximum-cost", options.maximumCost.map { "\($0)" } ?? ""),
            ("allow-mirror", options.allowsMirror.map { "\($0)" } ?? ""),
            ("previous", options.previous.map { String(PixelDigest.of($0), radix: 16) }.joined(separator: ",")),
            ("stem", output?.stem ?? ""),
            ("format", output?.format?.rawValue ?? ""),
            ("keeps-rejected", "\(output?.keepsRejected ?? false)"),
        ])
        return run.short
    }

    /// Each field with its length, so that no value can pass for another field.
    private static func digest(of fields: [(name: String, value: String)]) -> SHA256Digest {
        SHA256Digest(of: fields.map { "\($0.name):\($0.value.utf8.count):\($0.value)\n" }.joined())
    }
}
