import Foundation
import Testing

@testable import Variate

@Suite struct PriceTableTests {
    private let table = PriceTable.standard

    /// Model, size, the list price of one picture alone.
    @Test(arguments: [
        ("gemini-nano-banana-2.1", "1K", 0.0336), ("gemini-nano-banana-2.1", "2K", 0.0504),
        ("gemini-nano-banana-2.1", "4K", 0.1134), ("gemini-3-pro-image", "1K", 0.1344),
        ("gemini-3-pro-image", "2K", 0.1344), ("gemini-3-pro-image", "4K", 0.24),
        ("gemini-3.1-flash-image", "512", 0.04482),
        ("gemini-3.1-flash-image", "1K", 0.0672), ("gemini-3.1-flash-image", "2K", 0.1008),
        ("gemini-3.1-flash-image", "4K", 0.1512), ("gemini-3.1-flash-lite-image", "1K", 0.0336),
        ("gemini-2.5-flash-image", "1K", 0.0387),
    ])
    func picturesCostTheirListPrice(model: String, size: String, price: Double) throws {
        let tokens = try #require(table.prices[model]?.imageTokens[size])
        let cost = try #require(table.cost(of: TokenUsage(outputImage: tokens), model: model))
        #expect(abs(cost - price) < 1e-9)
        let estimate = try #require(table.estimate(model: model, imageSize: size))
        #expect(estimate > price && estimate < price + 0.02)
    }

    @Test func everyKindOfTokenHasItsPrice() throws {
        let usage = TokenUsage(prompt: 1_000_000, outputImage: 1_000_000, outputText: 1_000_000, total: 7)
        #expect(table.cost(of: usage, model: "gemini-nano-banana-2.1") == 39)
        #expect(table.cost(of: TokenUsage(), model: "models/gemini-nano-banana-2.1") == 0)
        // 22 prompt tokens at 2, 1120 image tokens at 120, 275 others at 12 dollars a million.
        let recorded = TokenUsage(prompt: 22, outputImage: 1120, outputText: 275, total: 1417)
        let cost = try #require(table.cost(of: recorded, model: "gemini-3-pro-image"))
        #expect(abs(cost - 0.137744) < 1e-9)
    }

    @Test func theModelThatAnsweredDecides() {
        let usage = TokenUsage(outputImage: 1_000_000)
        var answer = GenerationAnswer(bytes: [], claimedMIMEType: "", usage: usage, modelVersion: "gemini-3-pro-image")
        #expect(table.cost(of: answer, model: "gemini-nano-banana-2.1") == 120)
        answer.modelVersion = "gemini-nano-banana-2.1-0001"
        #expect(table.cost(of: answer, model: "gemini-nano-banana-2.1") == 30)
        #expect(table.cost(of: answer, model: "some-new-model") == nil)
        answer.usage = nil
        #expect(table.cost(of: answer, model: "gemini-nano-banana-2.1") == nil)
    }

    @Test func theStandardSizeIsTheModelsOwn() {
        let model = "gemini-nano-banana-2.1"
        #expect(table.estimate(model: model) == table.estimate(model: model, imageSize: "1k"))
        let without = table.estimate(model: model, inputImages: 0)
        #expect((table.estimate(model: model) ?? 0) - (without ?? 0) > 0.002)
    }

    @Test func whatIsUnknownIsNotFree() {
        #expect(table.cost(of: TokenUsage(prompt: 1), model: "some-new-model") == nil)
        #expect(table.estimate(model: "some-new-model") == nil)
        #expect(table.estimate(model: "gemini-nano-banana-2.1", imageSize: "512") == nil)
    }

    @Test func everyPriceSaysWhenAndWhere() {
        for (_, price) in table.prices {
            #expect(price.asOf.count == 10 && price.asOf.hasPrefix("2026-") && !price.source.isEmpty)
            #expect(price.imageTokens[price.standardSize] != nil)
        }
        #expect(GeminiModel.all.allSatisfy { table.prices[$0.id] != nil })
    }

    @Test func survivesJSON() throws {
        let coded = try JSONEncoder().encode(table)
        #expect(try JSONDecoder().decode(PriceTable.self, from: coded) == table)
    }
}
