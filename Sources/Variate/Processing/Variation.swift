import VariateCodecs
import VariateImaging

/// One judged candidate: delivered, or rejected with reasons.
public struct Variation: Sendable {
    /// Its number among the delivered ones, from 1; nil when it was rejected.
    public var number: Int?
    /// Which of the N variations it was made for, from 0.
    public var slot: Int
    /// Which try at that slot it was, from 0.
    public var attempt: Int
    /// The direction of the variation.
    public var axis: VariationAxis
    /// What the generator did, in a few words.
    public var summary: String
    /// The image file, as the provider made it.
    public var bytes: [UInt8]
    /// Its format, by magic bytes.
    public var format: ImageFormat
    /// Its size in pixels, upright.
    public var size: Size
    /// Its numbers.
    public var scorecard: Scorecard
    /// The decision, and the reasons for a rejection.
    public var verdict: Verdict
    /// Where it was written, when it was.
    public var path: String?
    /// The first 16 hexadecimal digits of the SHA-256 of the file.
    public var imageID: String
    /// The first 16 hexadecimal digits of the SHA-256 of the prompt that was sent.
    public var promptHash: String
    /// Time from request to answer, in seconds.
    public var generationTime: Double
    /// Whether the answer came from the cache.
    public var cached: Bool
    /// Tokens used, where the provider counts them.
    public var usage: TokenUsage?
    /// A small rendering for reports.
    public var thumbnail: Image
}
