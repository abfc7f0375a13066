import Testing
import VariateImaging

@testable import Variate

@Suite struct GeminiReplyParserTests {
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    @Test(arguments: [
        ("image", jpeg, "image/jpeg"),
        ("text-then-image", png, "image/png"),
        ("image-then-text", jpeg, "image/jpeg"),
        ("thought-then-image", jpeg, "image/jpeg"),
        ("image-then-thought", jpeg, "image/jpeg"),
        ("only-thought-image", jpeg, "image/jpeg"),
        ("several-images", jpeg, "image/jpeg"),
        ("unknown-members", jpeg, "image/jpeg"),
        ("url-safe", jpeg, "image/jpeg"),
        ("unpadded", png, "image/png"),
        ("array-wrapped", jpeg, "image/jpeg"),
        ("streamed", jpeg, "image/jpeg"),
        ("snake-case", jpeg, "image/jpeg"),
        ("escaped", png, "image/png"),
    ])
    func findsThePicture(name: String, bytes: [UInt8], mimeType: String) throws {
        let body = try geminiFixture(name)
        let reply = try GeminiReplyParser.parse(body)
        let picture = try #require(reply.deliverablePicture)
        #expect(picture.bytes(in: body) == bytes)
        #expect(picture.mimeType == mimeType)
    }

    @Test func readsWhatElseTheAnswerSays() throws {
        let reply = try GeminiReplyParser.parse(try geminiFixture("image"))
        #expect(reply.finishReason == "STOP")
        #expect(reply.modelVersion == "gemini-3.1-flash-lite-image")
        #expect(reply.responseID == "CL-FarDeAtv5xN8PtsXz6Q4")
        #expect(reply.usage == TokenUsage(prompt: 5, outputImage: 1120, outputText: 398, total: 1523))
        #expect(try GeminiReplyParser.parse(try geminiFixture("snake-case")).usage == reply.usage)
        #expect(try GeminiReplyParser.parse(try geminiFixture("escaped")).text == "café 😀 \"quoted\"")
        #expect(try GeminiReplyParser.parse(try geminiFixture("escaped")).usage == nil)
    }

    @Test(arguments: [
        ("thinking-usage", TokenUsage(prompt: 22, outputImage: 1120, outputText: 275, total: 1417)),
        // No details: the picture's tokens are not billed as cheap text.
        ("usage-without-details", TokenUsage(prompt: 10, outputImage: 1290, outputText: 0, total: 1300)),
        ("text-only", TokenUsage(prompt: 18, outputImage: 0, outputText: 48, total: 66)),
        // Refusals count their thinking twice.
        ("no-image", TokenUsage(prompt: 300, outputImage: 0, outputText: 90, total: 390)),
    ])
    func splitsTheTokens(name: String, usage: TokenUsage) throws {
        #expect(try GeminiReplyParser.parse(try geminiFixture(name)).usage == usage)
    }

    @Test func survivesAbsurdCounters() throws {
        let largest = Int.max
        let details =
            Array(
                #"{"usageMetadata":{"promptTokenCount":\#(largest),"totalTokenCount":1,"thoughtsTokenCount":\#(largest),"#
                    .utf8)
            + Array(#""candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":\#(largest)},"#.utf8)
            + Array(#"{"modality":"IMAGE","tokenCount":\#(largest)}]}}"#.utf8)
        #expect(
            try GeminiReplyParser.parse(details).usage
                == TokenUsage(prompt: largest, outputImage: largest, outputText: 0, total: 1))
        let body =
            Array(
                #"{"usageMetadata":{"promptTokenCount":9223372036854775807,"candidatesTokenCount":-5,"#.utf8)
            + Array(
                #""thoughtsTokenCount":"9223372036854775807","totalTokenCount":1e400,"toolUsePromptTokenCount":7}}"#
                    .utf8)
        let usage = try #require(try GeminiReplyParser.parse(body).usage)
        #expect(usage.prompt == .max && usage.outputImage == 0)
    }

    @Test(arguments: [
        "no-image", "image-other", "image-safety", "image-prohibited", "sketch-then-refused", "text-only",
    ])
    func findsNoPicture(name: String) throws {
        #expect(try GeminiReplyParser.parse(try geminiFixture(name)).deliverablePicture == nil)
    }

    @Test func everyTruncationIsAFault() throws {
        let body = try geminiFixture("text-then-image")
        let end = try #require(body.lastIndex(of: UInt8(ascii: "}")))
        for length in 0...end {
            #expect(throws: JSONScanner.Fault.self) { try GeminiReplyParser.parse(Array(body[..<length])) }
        }
    }

    @Test(arguments: [
        "", " ", "null", "12", "\"text\"", "<html>", "{\"a\":1}x", "{\"a\" 1}", "{a:1}", "{\"a\":tru}", "[1,]", "{,}",
        "{\"a\":}", "{\"candidates\":[}", "{]", "nul",
    ])
    func malformedTextIsAFault(text: String) {
        #expect(throws: JSONScanner.Fault.self) { try GeminiReplyParser.parse(Array(text.utf8)) }
    }

    @Test func depthIsBounded() {
        for depth in [65, 100_000] {
            let body = Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
            #expect(throws: JSONScanner.Fault.tooDeep) { try GeminiReplyParser.parse(body) }
            let objects = Array(String(repeating: "{\"a\":", count: depth).utf8)
            #expect(throws: JSONScanner.Fault.tooDeep) { try GeminiReplyParser.parse(objects) }
        }
    }

    @Test(arguments: [
        #"{"candidates":null}"#, #"{"candidates":{}}"#, #"{"candidates":[null,1,"x",[]]}"#,
        #"{"candidates":[{"content":null}]}"#, #"{"candidates":[{"content":{"parts":null}}]}"#,
        #"{"candidates":[{"content":{"parts":{}}}]}"#, #"{"candidates":[{"content":{"parts":[null]}}]}"#,
        #"{"candidates":[{"content":{"parts":[{"inlineData":null}]}}]}"#,
        #"{"candidates":[{"content":{"parts":[{"inlineData":{"data":7}}]},"finishReason":3}]}"#,
        #"{"usageMetadata":[],"promptFeedback":"no","modelVersion":1}"#, "[]",
    ])
    func unexpectedKindsAreStepOvers(text: String) throws {
        let reply = try GeminiReplyParser.parse(Array(text.utf8))
        #expect(reply == GeminiReply())
    }

    /// Whatever bytes come: a reply or a fault, and never a trap.
    @Test(arguments: ["escaped", "snake-case", "thought-then-image", "quota-minute"])
    func randomDamageIsSurvived(name: String) throws {
        let body = try geminiFixture(name)
        let tokens = "\"\\{}[]:,0tfnu-e.=".utf8.map { $0 } + [0x00, 0x80, 0xFF]
        var random = SplitMix64(seed: 2026)
        for _ in 0..<500 {
            var damaged = body
            for _ in 0...random.next() % 4 {
                let position = Int(random.next() % UInt64(damaged.count))
                switch random.next() % 3 {
                case 0: damaged[position] = tokens[Int(random.next() % UInt64(tokens.count))]
                case 1: damaged.remove(at: position)
                default: damaged.insert(tokens[Int(random.next() % UInt64(tokens.count))], at: position)
                }
            }
            _ = GeminiErrorBody(body: damaged)
            guard let reply = try? GeminiReplyParser.parse(damaged) else { continue }
            for picture in reply.pictures { _ = picture.bytes(in: damaged) }
        }
    }

    /// Four megabytes, three of them a signature: the answer is read in place, in one pass.
    @Test func stepsOverThreeMegabytesOfSignature() throws {
        let signature = String(repeating: "EvrlQgr2", count: 375_000)
        let picture = (0..<750_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var body = Array(#"{"candidates":[{"content":{"parts":[{"thoughtSignature":""#.utf8)
        body += Array(signature.utf8)
        body += Array(#"","inlineData":{"mimeType":"image/jpeg","data":""#.utf8)
        let start = body.count
        Base64.append(picture, to: &body)
        let end = body.count
        body += Array(#""}}]},"finishReason":"STOP"}]}"#.utf8)

        let reply = try GeminiReplyParser.parse(body)
        let found = try #require(reply.deliverablePicture)
        // The picture is a place in the buffer, and a reply has no member that could keep a signature.
        #expect(found.data == JSONScanner.Text(range: start..<end, isEscaped: false))
        #expect(found.bytes(in: body) == picture)
    }
}
