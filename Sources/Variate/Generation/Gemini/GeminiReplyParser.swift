/// Reads an answer of `generateContent` in one pass over its bytes.
///
/// Thought signatures, up to three megabytes each, are stepped over; pictures are noted by their place. Names may be
/// written in camel case or with underscores, unknown members are ignored, and an array of answers counts as one.
/// - Complexity: O(bytes), about 3 ms for an answer of 4 MB when optimised; nothing larger than a message is copied.
struct GeminiReplyParser {
    private var reply = GeminiReply()
    private var counts = TokenCounts()

    /// The answer in the bytes.
    static func parse(_ bytes: [UInt8]) throws(JSONScanner.Fault) -> GeminiReply {
        var scanner = JSONScanner(bytes)
        var parser = GeminiReplyParser()
        switch try scanner.peek() {
        case .object: try parser.answer(&scanner)
        case .array: try scanner.array { (scanner) throws(JSONScanner.Fault) in try parser.answer(&scanner) }
        default: throw .malformed(at: scanner.position)
        }
        try scanner.end()
        parser.reply.usage = parser.counts.usage(hasPicture: !parser.reply.pictures.isEmpty)
        return parser.reply
    }

    private mutating func answer(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key.camelCased {
            case "candidates":
                try scanner.array { (scanner) throws(JSONScanner.Fault) in try candidate(&scanner) }
            case "promptFeedback":
                try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
                    switch key.camelCased {
                    case "blockReason": reply.blockReason = try scanner.string()
                    case "blockReasonMessage": reply.blockMessage = try scanner.string()
                    default: try scanner.skip()
                    }
                }
            case "usageMetadata": try counts.read(&scanner)
            case "modelVersion": reply.modelVersion = try scanner.string()
            case "responseId": reply.responseID = try scanner.string()
            case "error": reply.error = try GeminiErrorBody(member: &scanner)
            default: try scanner.skip()
            }
        }
    }

    private mutating func candidate(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key.camelCased {
            case "content":
                try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
                    if key != "parts" { return try scanner.skip() }
                    try scanner.array { (scanner) throws(JSONScanner.Fault) in try part(&scanner) }
                }
            case "finishReason": reply.finishReason = try scanner.string() ?? reply.finishReason
            case "finishMessage": reply.finishMessage = try scanner.string() ?? reply.finishMessage
            default: try scanner.skip()
            }
        }
    }

    private mutating func part(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        var words: String?
        var data: JSONScanner.Text?
        var mimeType = ""
        var isThought = false
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key.camelCased {
            case "text": words = try scanner.string()
            case "thought": isThought = try scanner.boolean() ?? false
            case "inlineData":
                try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
                    switch key.camelCased {
                    case "data": data = try scanner.stringRange()
                    case "mimeType": mimeType = try scanner.string() ?? ""
                    default: try scanner.skip()
                    }
                }
            default: try scanner.skip()
            }
        }
        if let data, mimeType.isEmpty || mimeType.lowercased().hasPrefix("image/") {
            reply.pictures.append(GeminiReply.Picture(data: data, mimeType: mimeType, isThought: isThought))
        } else if let words, !isThought {
            reply.text += words
        }
    }
}

extension String {
    /// `inline_data` as `inlineData`.
    var camelCased: String {
        guard utf8.contains(UInt8(ascii: "_")) else { return self }
        let words = split(separator: "_")
        return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
