/// What one model charges, in US dollars, and on whose word.
public struct ModelPrice: Sendable, Equatable, Codable {
    /// Per million tokens of the request, text and pictures alike.
    public var inputPerMillion: Double
    /// Per million tokens of text and thinking in the answer.
    public var outputTextPerMillion: Double
    /// Per million tokens of pictures in the answer.
    public var outputImagePerMillion: Double
    /// Tokens of one picture, by its size's name.
    public var imageTokens: [String: Int]
    /// The size that a request without one gets.
    public var standardSize: String
    /// The day on which the price was read, as `2026-10-08`.
    public var asOf: String
    /// Where it was read.
    public var source: String

    /// Describes a price.
    public init(
        inputPerMillion: Double, outputTextPerMillion: Double, outputImagePerMillion: Double,
        imageTokens: [String: Int],
        standardSize: String, asOf: String, source: String
    ) {
        self.inputPerMillion = inputPerMillion
        self.outputTextPerMillion = outputTextPerMillion
        self.outputImagePerMillion = outputImagePerMillion
        self.imageTokens = imageTokens
        self.standardSize = standardSize
        self.asOf = asOf
        self.source = source
    }
}
