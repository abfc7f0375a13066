/// Prices by model. What is not in the table has no price: nil, never nothing.
public struct PriceTable: Sendable, Equatable, Codable {
    /// Prices by the model's id.
    public var prices: [String: ModelPrice]

    /// Creates a table.
    public init(prices: [String: ModelPrice]) {
        self.prices = prices
    }

    /// Text tokens of a prompt, for estimates.
    private static let promptTokens = 300
    /// Tokens of one source picture, for estimates: the upper end of what was seen on gemini-nano-banana-2.1.
    private static let inputImageTokens = 2600
    /// Tokens of text and thinking beside one picture, for estimates: 465 were seen at medium thinking, up to 600 besides.
    private static let outputTextTokens = 600
    private static let tokensPerUnit = 1_000_000.0

    /// What those tokens cost, in US dollars, or nil where the model's price is not known.
    public func cost(of usage: TokenUsage, model: String) -> Double? {
        prices[model.withoutPrefix("models/")].map { price in
            (Double(usage.prompt) * price.inputPerMillion
                + Double(usage.outputText) * price.outputTextPerMillion
                + Double(usage.outputImage) * price.outputImagePerMillion) / Self.tokensPerUnit
        }
    }

    /// What an answer cost, in US dollars: by the price of the model that answered, else of the one that was asked; nil
    /// where neither is known, or the answer does not count its tokens.
    public func cost(of answer: GenerationAnswer, model: String) -> Double? {
        guard let usage = answer.usage else { return nil }
        return answer.modelVersion.flatMap { cost(of: usage, model: $0) } ?? cost(of: usage, model: model)
    }

    /// What one picture will cost, in US dollars, rather a little too high; nil where the model's price, or its price for
    /// that size, is not known.
    /// - Parameters:
    ///   - imageSize: the size's name; nil means the model's default.
    ///   - inputImages: how many pictures the request carries.
    public func estimate(model: String, imageSize: String? = nil, inputImages: Int = 1) -> Double? {
        guard let price = prices[model.withoutPrefix("models/")],
            let image = price.imageTokens[(imageSize ?? price.standardSize).uppercased()]
        else { return nil }
        let usage = TokenUsage(
            prompt: Self.promptTokens + inputImages * Self.inputImageTokens, outputImage: image,
            outputText: Self.outputTextTokens)
        return cost(of: usage, model: model)
    }
}

extension PriceTable {
    /// Google's list prices of the paid tier for single requests.
    public static let standard = PriceTable(prices: [
        "gemini-nano-banana-2.1": ModelPrice(
            inputPerMillion: 1.50, outputTextPerMillion: 7.50, outputImagePerMillion: 30,
            imageTokens: ["1K": 1120, "2K": 1680, "4K": 3780], standardSize: "1K", asOf: "2026-10-08",
            source: "Google's price list at the model's release, as quoted in BerriAI/litellm discussion 44983"),
        "gemini-3-pro-image": ModelPrice(
            inputPerMillion: 2, outputTextPerMillion: 12, outputImagePerMillion: 120,
            imageTokens: ["1K": 1120, "2K": 1120, "4K": 2000], standardSize: "1K", asOf: "2026-08-10",
            source: "Gemini API pricing page"),
        "gemini-3.1-flash-image": ModelPrice(
            inputPerMillion: 0.50, outputTextPerMillion: 3, outputImagePerMillion: 60,
            imageTokens: ["512": 747, "1K": 1120, "2K": 1680, "4K": 2520], standardSize: "1K", asOf: "2026-09-23",
            source: "Gemini API pricing page"),
        "gemini-3.1-flash-lite-image": ModelPrice(
            inputPerMillion: 0.25, outputTextPerMillion: 1.50, outputImagePerMillion: 30, imageTokens: ["1K": 1120],
            standardSize: "1K", asOf: "2026-09-23", source: "Gemini API pricing page"),
        "gemini-2.5-flash-image": ModelPrice(
            inputPerMillion: 0.30, outputTextPerMillion: 2.50, outputImagePerMillion: 30, imageTokens: ["1K": 1290],
            standardSize: "1K", asOf: "2026-07-22", source: "Gemini API pricing page, as genai-prices records it"),
    ])
}
