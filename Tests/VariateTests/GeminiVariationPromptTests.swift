import Testing

@testable import Variate

@Suite struct GeminiVariationPromptTests {
    private func prompt(
        _ axis: VariationAxis, prompt: String = "", style: String? = nil, strength: Double = 0.5, slot: Int = 0,
        attempt: Int = 0, seed: UInt64 = 1, hasSource: Bool = true
    ) -> VariationPrompt {
        VariationPrompt(
            GenerationRequest(
                source: hasSource ? geminiSource(1, 1) : nil, prompt: prompt, axis: axis, style: style,
                strength: strength,
                slot: slot, attempt: attempt, seed: seed))
    }

    @Test(arguments: VariationAxis.allCases) func everyAxisHasItsOwnWords(axis: VariationAxis) throws {
        let phrases = try #require(VariationPhrases.axes[axis])
        #expect(phrases.count >= 4)
        #expect(Set(phrases.map(\.label)).count == phrases.count)
        #expect(Set(phrases.map(\.instruction)).count == phrases.count)
        let prompt = prompt(axis)
        #expect(phrases.contains { prompt.text.contains($0.instruction) && prompt.summary == $0.label })
        #expect(prompt.text.contains("Vary the \(axis.rawValue.replacing("-", with: " "))"))
        #expect(prompt.text.contains("Keep the subject recognisably the same"))
    }

    @Test func isAFunctionOfTheRequest() {
        #expect(prompt(.mood, slot: 3, seed: 9) == prompt(.mood, slot: 3, seed: 9))
        let summaries = Set((0..<50).map { prompt(.mood, seed: $0).summary })
        #expect(summaries.count == 8)
    }

    @Test(arguments: [UInt64(0), 1, .max]) func slotsNeverShareTheirPhraseAndReading(seed: UInt64) {
        // On one axis, and on all of them in turn, the number of the slot left out.
        let axes = VariationAxis.allCases
        for axisOf in [{ _ in .lighting }, { axes[$0 % axes.count] }] as [(Int) -> VariationAxis] {
            let texts = (0..<32).map { slot in
                prompt(axisOf(slot), slot: slot, seed: seed).text.replacing("variation \(slot + 1) of", with: "")
            }
            #expect(Set(texts).count == texts.count)
        }
    }

    @Test func manySlotsStayDistinct() {
        #expect(Set((0..<500).map { prompt(.style, slot: $0).text }).count == 500)
    }

    @Test func attemptsAskInOtherWords() {
        let texts = (0..<5).map { prompt(.season, prompt: "a boat", attempt: $0).text }
        #expect(Set(texts).count == 5)
        #expect(texts[1].contains("a boat (alternative interpretation)"))
        #expect(texts[2].contains("Create a different version of: a boat"))
        #expect(texts[3].contains("Generate an alternative approach to: a boat"))
        #expect(texts[4].contains("Please try again with: a boat"))
        #expect(VariationPrompt.rephrased("a boat", attempt: 5) == "a boat")
    }

    @Test func strengthIsPutIntoWords() {
        let texts = [0, 0.3, 0.5, 0.7, 1].map { prompt(.angle, strength: $0).text }
        #expect(Set(texts).count == 5)
        #expect(texts[0].contains("very little") && texts[4].contains("freely"))
    }

    @Test func stylesAreDescribedOrNamed() {
        let known = prompt(.style, style: "Oil-Painting")
        #expect(known.text.contains("visible brushwork and rich pigment"))
        #expect(known.summary.hasPrefix("Oil-Painting, "))
        #expect(!known.text.contains("Vary the style") && known.text.contains("Vary the lighting"))
        #expect(prompt(.style, style: "steampunk").text.contains("\"steampunk\""))
        let both = prompt(.season, style: "anime")
        #expect(both.text.contains("anime illustration") && both.text.contains("Vary the season"))
    }

    @Test func withoutASourceItAsksForANewPicture() {
        let text = prompt(.mood, prompt: "a boat", hasSource: false).text
        #expect(text.contains("Generate one new image.") && text.contains("a boat"))
        #expect(!text.contains("attached") && !text.contains("Keep the subject"))
        #expect(!prompt(.mood, hasSource: false).text.contains("attached"))
    }
}
