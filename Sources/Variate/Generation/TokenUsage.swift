/// Tokens that one answer used.
public struct TokenUsage: Sendable, Equatable, Codable {
    /// Tokens of the request: text and images.
    public var prompt: Int
    /// Tokens of the answer's images.
    public var outputImage: Int
    /// Tokens of the answer's text and of thinking.
    public var outputText: Int
    /// The provider's own total.
    public var total: Int

    /// Creates a count.
    public init(prompt: Int = 0, outputImage: Int = 0, outputText: Int = 0, total: Int = 0) {
        self.prompt = prompt
        self.outputImage = outputImage
        self.outputText = outputText
        self.total = total
    }
}
