/// The counters of `usageMetadata`, and what is billed by them.
struct TokenCounts: Equatable {
    private var prompt = 0
    private var toolPrompt = 0
    private var candidates = 0
    private var thoughts = 0
    private var total = 0
    private var image = 0
    private var isPresent = false

    /// Reads the object's counters.
    mutating func read(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        guard try scanner.peek() == .object else { return try scanner.skip() }
        self = TokenCounts()
        isPresent = true
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key.camelCased {
            case "promptTokenCount": prompt = try count(&scanner)
            case "toolUsePromptTokenCount": toolPrompt = try count(&scanner)
            case "candidatesTokenCount": candidates = try count(&scanner)
            case "thoughtsTokenCount": thoughts = try count(&scanner)
            case "totalTokenCount": total = try count(&scanner)
            case "candidatesTokensDetails":
                try scanner.array { (scanner) throws(JSONScanner.Fault) in try detail(&scanner) }
            default: try scanner.skip()
            }
        }
    }

    private func count(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Int {
        max(try scanner.integer() ?? 0, 0)
    }

    private mutating func detail(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        var modality = ""
        var tokens = 0
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key.camelCased {
            case "modality": modality = try scanner.string() ?? ""
            case "tokenCount": tokens = try count(&scanner)
            default: try scanner.skip()
            }
        }
        if modality == "IMAGE" { image = image.addingClamped(tokens) }
    }

    /// Tokens by price; nil where the answer counted none.
    ///
    /// The details list the pictures' tokens only, so text is what else the candidates used, and thinking. Refusals
    /// count their thinking twice, in `candidatesTokenCount` too: the total bounds the sum. Where a picture came without
    /// details, all of the candidates' tokens are the picture's: too dear a guess is safer than one ten times too cheap.
    func usage(hasPicture: Bool) -> TokenUsage? {
        guard isPresent else { return nil }
        let input = prompt.addingClamped(toolPrompt)
        let pictures = image == 0 && hasPicture ? candidates : image
        var text = max(candidates - pictures, 0).addingClamped(thoughts)
        if total > 0 { text = min(text, max(max(total - input, 0) - pictures, 0)) }
        let sum = input.addingClamped(pictures).addingClamped(text)
        return TokenUsage(prompt: input, outputImage: pictures, outputText: text, total: total > 0 ? total : sum)
    }
}

extension Int {
    /// The sum, or the largest number where it does not fit.
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
