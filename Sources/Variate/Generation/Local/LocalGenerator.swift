import VariateCodecs
import VariateImaging

/// Makes variations on this machine: offline, free, and the same bytes for the same request in every run.
///
/// The request's axis decides what leads (a light, a palette, a framing, a style); slot and attempt walk through the
/// axis's recipes, so that the variations of one source differ from each other as well as from the source.
public struct LocalGenerator: ImageGenerator {
    /// `local`.
    public let name = "local"
    /// `local-1`: the number changes whenever the same request gives other pixels.
    public let model = "local-1"
    /// Nothing is ever charged.
    public let isPaid = false
    /// Whether left and right may be exchanged; pictures that seem to hold writing are never mirrored.
    public let allowsMirroring: Bool

    /// Creates a generator.
    public init(allowsMirroring: Bool = true) {
        self.allowsMirroring = allowsMirroring
    }

    /// One variation: PNG when the source has transparent pixels, else JPEG of high quality.
    /// - Throws: `unsupported` without a source or for an unknown style, `cancelled` when the task is.
    public func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer {
        var image = try source(of: request)
        let plan = try plan(for: request, source: image)
        for stage in plan.stages {
            if Task.isCancelled { throw Self.cancelled }
            image = stage.apply(image)
            await Task.yield()
        }
        if Task.isCancelled { throw Self.cancelled }
        return try Self.answer(image, plan.summary)
    }

    /// The picture of a request and what was done, without encoding it.
    package func render(_ request: GenerationRequest) throws(GenerationFailure) -> (image: Image, summary: String) {
        let image = try source(of: request)
        let plan = try plan(for: request, source: image)
        return (plan.rendered(image), plan.summary)
    }

    /// The styles that a request may name.
    public static var styles: [String] {
        Effect.styles.map(\.rawValue)
    }

    private func source(of request: GenerationRequest) throws(GenerationFailure) -> Image {
        guard let source = request.source else {
            throw GenerationFailure(
                .unsupported, message: "the local generator varies a picture and cannot draw one from words",
                advice: "give a source image, or use --backend gemini for text-to-image", charge: .refused)
        }
        var image = source.image.fitted(toLongestSide: request.maximumSide).filledUnderTransparency()
        if let shape = request.aspectRatio {
            guard let ratio = AspectRatio.value(of: shape) else {
                throw GenerationFailure(
                    .invalidRequest, message: "\(shape) is not an aspect ratio",
                    advice: "write it as WIDTH:HEIGHT, for example 16:9", charge: .refused)
            }
            image = image.cropped(toAspectRatio: ratio, around: image.salientCenter())
        }
        return image
    }

    private func plan(for request: GenerationRequest, source: Image) throws(GenerationFailure) -> LocalPlan {
        var style: Effect?
        if let name = request.style {
            style = Effect(style: name)
            if style == nil {
                throw GenerationFailure(
                    .unsupported, message: "the local generator has no style \(name)",
                    advice: "use one of: \(Self.styles.joined(separator: ", "))", charge: .refused)
            }
        }
        return LocalPlanner(
            source: source, mayMirror: allowsMirroring, axis: request.axis, style: style, strength: request.strength,
            slot: max(0, request.slot), attempt: max(0, request.attempt), seed: request.seed
        ).plan()
    }

    private static func answer(_ image: Image, _ summary: String) throws(GenerationFailure) -> GenerationAnswer {
        let encoding: ImageEncoder.Encoding =
            image.isOpaque ? .jpeg(quality: 92, fullChroma: true) : .png(compression: 6)
        do throws(CodecError) {
            let format: ImageFormat = image.isOpaque ? .jpeg : .png
            return GenerationAnswer(
                bytes: try ImageEncoder.encode(image, as: encoding), claimedMIMEType: format.mimeType, summary: summary)
        } catch {
            throw GenerationFailure(
                .unsupported, message: "the variation cannot be encoded: \(error)",
                advice: "use a smaller --quality level", charge: .refused)
        }
    }

    private static let cancelled = GenerationFailure(.cancelled, message: "cancelled", charge: .notSent)
}
