import VariateImaging

/// The words that ask an image model for one variation: a function of the request alone.
///
/// Two slots of one run never share their words, whatever axes they are on, and another attempt at a slot asks again in
/// other words.
struct VariationPrompt: Equatable {
    /// The whole prompt.
    let text: String
    /// What it asks for, in a few words, for reports.
    let summary: String

    init(_ request: GenerationRequest) {
        // A named style takes the place of the style axis's own words; the light then keeps the slots apart.
        let axis = request.style != nil && request.axis == .style ? .lighting : request.axis
        let phrases = VariationPhrases.axes[axis] ?? []
        let readings = VariationPhrases.readings
        // Each full round through the phrases starts one further on and takes the next reading, so that pairs of
        // phrase and reading repeat only after phrases.count * readings.count slots.
        let round = request.slot / max(phrases.count, 1)
        var random = SplitMix64(seed: request.seed)
        let start = Int(random.next() % UInt64(max(phrases.count, 1)))
        let phrase = phrases.isEmpty ? nil : phrases[(start + request.slot + round) % phrases.count]
        let reading = readings[(round + request.attempt) % readings.count]

        var lines: [String] = []
        let hasSource = request.source != nil
        let wish = request.prompt.isEmpty ? "a fresh variation of the attached image" : request.prompt
        let subject = hasSource || !request.prompt.isEmpty ? wish : "a picture worth looking at"
        lines.append(
            hasSource
                ? "Generate one new image: a variation of the attached image."
                : "Generate one new image.")
        lines.append("Request: \(Self.rephrased(subject, attempt: request.attempt))")
        if let style = request.style {
            let known = VariationPhrases.styles[style.lowercased()]
            lines.append("Style: render it as \(known ?? "a picture in the style \"\(style)\"").")
        }
        if let phrase { lines.append("Vary the \(axis.words): \(phrase.instruction)") }
        lines.append(reading)
        if hasSource {
            lines.append(Self.distance(request.strength))
            lines.append(
                "Keep the subject recognisably the same: its identity, its proportions, its markings, any lettering on it, "
                    + "and the number of things in the picture.")
        }
        lines.append(
            "This is variation \(request.slot + 1) of a set: make it clearly different from the others of the set.")
        lines.append(
            "Fill the frame with one finished picture, without added text, borders, collage or watermark. "
                + "Answer with the image, not with words.")
        text = lines.joined(separator: "\n")
        summary = [request.style, phrase?.label].compactMap(\.self).joined(separator: ", ")
    }

    /// The same wish in other words, for another attempt. From the fifth on it is left as it is.
    static func rephrased(_ wish: String, attempt: Int) -> String {
        switch attempt {
        case 1: "\(wish) (alternative interpretation)"
        case 2: "Create a different version of: \(wish)"
        case 3: "Generate an alternative approach to: \(wish)"
        case 4: "Please try again with: \(wish)"
        default: wish
        }
    }

    /// How far to go from the source, by strength 0 to 1.
    private static func distance(_ strength: Double) -> String {
        switch strength {
        case ..<0.2: "Change very little: the result stays almost the same picture."
        case ..<0.4: "Make a subtle change; everything else stays as it is."
        case ..<0.6: "Make a clear, moderate change; the scene stays recognisable."
        case ..<0.8: "Make a bold change; only the subject has to stay recognisable."
        default: "Change freely, and invent new surroundings where that helps."
        }
    }
}

extension VariationAxis {
    /// As it stands in a sentence, for example `time of day`.
    fileprivate var words: String { rawValue.replacing("-", with: " ") }
}
