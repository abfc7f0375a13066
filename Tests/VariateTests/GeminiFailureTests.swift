import Testing
import VariateHTTP

@testable import Variate

/// Every row of what can come instead of a picture, through the generator itself.
@Suite struct GeminiFailureTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var body: String
        var status = 200
        var kind: GenerationFailure.Kind
        var charge: GenerationFailure.Charge = .refused
        var reason: String?
        var retryAfter: Double?
        /// Words of the advice.
        var advice: String
        var testDescription: String { body }
    }

    private func failure(_ transport: ScriptedTransport, model: String = "gemini-3-pro-image") async throws
        -> GenerationFailure
    {
        let generator = try geminiGenerator(transport, model: model)
        let failure = await #expect(throws: GenerationFailure.self) {
            try await generator.generate(GenerationRequest(source: nil, prompt: "a boat", axis: .mood))
        }
        return try #require(failure)
    }

    static let errors: [Row] = [
        Row(body: "key-invalid", status: 400, kind: .unauthorized, reason: "API_KEY_INVALID", advice: "GEMINI_API_KEY"),
        Row(body: "key-expired", status: 400, kind: .unauthorized, reason: "API_KEY_INVALID", advice: "GEMINI_API_KEY"),
        Row(body: "key-missing", status: 403, kind: .unauthorized, reason: "PERMISSION_DENIED", advice: "no key"),
        Row(body: "key-leaked", status: 403, kind: .unauthorized, reason: "PERMISSION_DENIED", advice: "Create a new"),
        Row(
            body: "key-blocked", status: 403, kind: .unauthorized, reason: "API_KEY_SERVICE_BLOCKED",
            advice: "Generative Language API"),
        Row(
            body: "permission-denied", status: 403, kind: .unauthorized, reason: "PERMISSION_DENIED",
            advice: "may not use this model"),
        Row(
            body: "unauthenticated", status: 401, kind: .unauthorized, reason: "UNAUTHENTICATED",
            advice: "GEMINI_API_KEY"),
        Row(body: "region", status: 400, kind: .unauthorized, reason: "FAILED_PRECONDITION", advice: "region"),
        Row(body: "billing", status: 400, kind: .unauthorized, reason: "FAILED_PRECONDITION", advice: "billing"),
        Row(body: "credit-402", status: 402, kind: .quotaExhausted, reason: "RESOURCE_EXHAUSTED", advice: "Add credit"),
        Row(body: "credit-429", status: 429, kind: .quotaExhausted, reason: "RESOURCE_EXHAUSTED", advice: "Add credit"),
        Row(
            body: "model-unknown", status: 404, kind: .modelNotFound, reason: "NOT_FOUND",
            advice: "--model gemini-nano-banana-2.1"),
        Row(
            body: "quota-minute", status: 429, kind: .rateLimited,
            reason: "GenerateContentPaidTierInputTokensPerModelPerMinute", retryAfter: 48.939935699, advice: "Wait"),
        Row(
            body: "quota-day", status: 429, kind: .quotaExhausted,
            reason: "GenerateRequestsPerDayPerProjectPerModel-FreeTier", retryAfter: 38, advice: "used up"),
        Row(
            body: "quota-zero", status: 429, kind: .quotaExhausted,
            reason: "GenerateRequestsPerMinutePerProjectPerModel-FreeTier", retryAfter: 38, advice: "billing"),
        Row(
            body: "quota-prose", status: 429, kind: .rateLimited, reason: "RESOURCE_EXHAUSTED", retryAfter: 26.66,
            advice: "Wait"),
        Row(
            body: "quota-prose-zero", status: 429, kind: .quotaExhausted, reason: "RESOURCE_EXHAUSTED",
            retryAfter: 26.6,
            advice: "billing"),
        Row(
            body: "quota-reset-delay", status: 429, kind: .rateLimited, reason: "RATE_LIMIT_EXCEEDED",
            retryAfter: 0.3738,
            advice: "Wait"),
        Row(
            body: "quota-long", status: 429, kind: .rateLimited, reason: "RESOURCE_EXHAUSTED",
            retryAfter: 12 * 3600 + 34 * 60 + 16, advice: "Wait"),
        Row(body: "overloaded", status: 503, kind: .unavailable, reason: "UNAVAILABLE", advice: "overloaded"),
        Row(body: "error-in-array", status: 503, kind: .unavailable, reason: "UNAVAILABLE", advice: "overloaded"),
        Row(body: "deadline", status: 504, kind: .unavailable, reason: "DEADLINE_EXCEEDED", advice: "too long"),
        Row(body: "internal", status: 500, kind: .unavailable, reason: "INTERNAL", advice: "failed"),
        Row(body: "cancelled", status: 499, kind: .unavailable, reason: "CANCELLED", advice: "gave up"),
        Row(body: "bad-field", status: 400, kind: .invalidRequest, reason: "INVALID_ARGUMENT", advice: "--model"),
        Row(body: "too-many-tokens", status: 400, kind: .invalidRequest, reason: "INVALID_ARGUMENT", advice: "--model"),
        Row(body: "error-code-word", status: 400, kind: .invalidRequest, reason: "invalid_request", advice: "--model"),
        Row(body: "error-string", status: 502, kind: .unavailable, charge: .unknown, advice: "failed"),
        Row(body: "error-in-success", kind: .rateLimited, reason: "RESOURCE_EXHAUSTED", advice: "Wait"),
    ]

    static let withoutPicture: [Row] = [
        Row(body: "text-only", kind: .noImage, charge: .answered, reason: "STOP", advice: "in words"),
        Row(body: "image-other", kind: .noImage, charge: .refused, reason: "IMAGE_OTHER", advice: "rephrase"),
        Row(body: "no-image", kind: .noImage, charge: .answered, reason: "NO_IMAGE", advice: "rephrase"),
        Row(body: "image-safety", kind: .blocked, charge: .answered, reason: "IMAGE_SAFETY", advice: "policy"),
        Row(
            body: "image-prohibited", kind: .blocked, charge: .answered, reason: "IMAGE_PROHIBITED_CONTENT",
            advice: "policy"),
        Row(body: "sketch-then-refused", kind: .blocked, charge: .answered, reason: "IMAGE_SAFETY", advice: "policy"),
        Row(body: "blocked-prompt", kind: .blocked, charge: .answered, reason: "PROHIBITED_CONTENT", advice: "prompt"),
        Row(body: "blocked-prompt-message", kind: .blocked, charge: .answered, reason: "MODEL_ARMOR", advice: "prompt"),
        Row(body: "no-candidates", kind: .noImage, charge: .answered, advice: "in words"),
        Row(body: "empty-object", kind: .noImage, charge: .answered, advice: "in words"),
    ]

    @Test(arguments: errors + withoutPicture) func means(row: Row) async throws {
        let failure = try await failure(ScriptedTransport(status: row.status, body: try geminiFixture(row.body)))
        #expect(failure.kind == row.kind)
        #expect(failure.charge == row.charge)
        #expect(failure.reason == row.reason)
        #expect(failure.retryAfter == row.retryAfter)
        #expect(failure.advice.contains(row.advice))
        #expect(!failure.message.isEmpty && !failure.message.contains("\n"))
    }

    @Test(arguments: [
        ("SAFETY", GenerationFailure.Kind.blocked), ("PROHIBITED_CONTENT", .blocked), ("BLOCKLIST", .blocked),
        ("SPII", .blocked), ("RECITATION", .blocked), ("IMAGE_RECITATION", .blocked), ("MODEL_ARMOR", .blocked),
        ("ESCALATION", .blocked), ("IMAGE_SAFETY", .blocked), ("IMAGE_PROHIBITED_CONTENT", .blocked),
        ("LANGUAGE", .invalidRequest), ("MAX_TOKENS", .noImage), ("OTHER", .noImage), ("IMAGE_OTHER", .noImage),
        ("NO_IMAGE", .noImage), ("FINISH_REASON_UNSPECIFIED", .noImage), ("MALFORMED_FUNCTION_CALL", .noImage),
        ("UNEXPECTED_TOOL_CALL", .noImage), ("TOO_MANY_TOOL_CALLS", .noImage), ("MISSING_THOUGHT_SIGNATURE", .noImage),
        ("MALFORMED_RESPONSE", .noImage), ("CONTINUATION", .noImage), ("NEVER_SEEN_BEFORE", .noImage),
        ("PUP_LIMITED_DISABLED", .unauthorized),
    ])
    func finishReasonMeans(reason: String, kind: GenerationFailure.Kind) async throws {
        let body = #"{"candidates":[{"content":{},"finishReason":"\#(reason)"}]}"#
        let failure = try await failure(ScriptedTransport(body: Array(body.utf8)))
        #expect(failure.kind == kind)
        #expect(failure.reason == reason)
        #expect(failure.stopsRun == (kind == .unauthorized))
    }

    @Test(arguments: ["SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "JAILBREAK", "UNHEARD_OF"])
    func blockReasonMeansBlocked(reason: String) async throws {
        let body = #"{"promptFeedback":{"blockReason":"\#(reason)"}}"#
        let failure = try await failure(ScriptedTransport(body: Array(body.utf8)))
        #expect(failure.kind == .blocked && failure.reason == reason && !failure.isRetryable)
    }

    @Test func failedAnswersKeepTheirTokensUnlessTheyAreFree() async throws {
        let charged = try await failure(ScriptedTransport(body: try geminiFixture("no-image")))
        #expect(charged.usage == TokenUsage(prompt: 300, outputImage: 0, outputText: 90, total: 390))
        let free = try await failure(ScriptedTransport(body: try geminiFixture("image-other")))
        #expect(free.usage == nil)
    }

    @Test func aRetiredStandardModelNamesAnother() async throws {
        let transport = ScriptedTransport(status: 404, body: try geminiFixture("model-unknown"))
        let failure = try await failure(transport, model: "gemini-nano-banana-2.1")
        #expect(failure.advice.contains("gemini-3-pro-image"))
    }

    @Test(arguments: [
        (408, GenerationFailure.Charge.unknown, false), (409, .unknown, false), (425, .unknown, false),
        (499, .unknown, false), (500, .unknown, false), (502, .unknown, false), (503, .unknown, false),
        (504, .unknown, false), (520, .unknown, false), (524, .unknown, false), (599, .unknown, false),
        (400, .refused, false), (429, .refused, true),
    ])
    func aGatewaysOwnErrorMayHideAnAnswer(status: Int, charge: GenerationFailure.Charge, isRetryable: Bool) async throws
    {
        let page = Array("<html><body>Bad gateway</body></html>".utf8)
        let failure = try await failure(ScriptedTransport(status: status, body: page))
        #expect(failure.charge == charge)
        #expect(failure.isRetryable == isRetryable)
        #expect(failure.message.contains("Bad gateway"))
    }

    @Test(arguments: [
        #"{"error":"upstream is gone"}"#, #"{"error":{"code":502,"message":"lost"}}"#, #"{"message":"lost"}"#,
        #"{"error":{"message":"lost","code":"bad_gateway"}}"#, "", "null",
    ])
    func anErrorThatIsNotInGooglesFormMayHideAnAnswer(body: String) async throws {
        for status in [408, 503, 524] {
            let failure = try await failure(ScriptedTransport(status: status, body: Array(body.utf8)))
            #expect(failure.charge == .unknown && !failure.isRetryable)
        }
    }

    @Test func anErrorInASuccessThatIsNotInGooglesFormMayHideAnAnswer() async throws {
        let body = Array(#"{"error":"upstream is gone"}"#.utf8)
        #expect(try await failure(ScriptedTransport(body: body)).charge == .unknown)
    }

    @Test func noPartOfTheKeyStaysWhereATextIsCut() async throws {
        let part = String(secretKey.prefix(secretKey.count - 1))
        let cuts = [secretKey.count / 2, secretKey.count - 1]
        for limit in [600, 2000, 4096, 8 * 600] {
            for cut in cuts {
                // One run of letters, and one that white space folds to next to nothing.
                for filler in ["x", " "] {
                    let words = String(repeating: filler, count: limit - cut) + secretKey + "\u{301} tail"
                    let bodies = [
                        words, #"{"error":{"code":500,"message":"\#(words)","status":"INTERNAL"}}"#,
                    ]
                    for body in bodies {
                        let failure = try await failure(ScriptedTransport(status: 500, body: Array(body.utf8)))
                        #expect(!failure.message.contains(secretKey.prefix(6)), "\(limit) \(cut)")
                        #expect(!failure.message.contains(part))
                    }
                    let answer = #"{"candidates":[{"content":{"parts":[{"text":"\#(words)"}]},"finishReason":"STOP"}]}"#
                    let failure = try await failure(ScriptedTransport(body: Array(answer.utf8)))
                    #expect(!failure.message.contains(secretKey.prefix(6)), "\(limit) \(cut)")
                }
            }
        }
    }

    @Test(arguments: [301, 302, 307]) func redirectsAreNotFollowed(status: Int) async throws {
        let failure = try await failure(ScriptedTransport(status: status, body: []))
        #expect(failure.kind == .invalidRequest && failure.advice.contains("--base-url"))
    }

    @Test(arguments: [
        (#"{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0K"#),
        (#"{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"iVB*Rw0K"}}]}}]}"#),
        (#"{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":""}}]}}]}"#),
        "", "<html>", "{}x",
    ])
    func whatCannotBeReadIsMalformed(body: String) async throws {
        let failure = try await failure(ScriptedTransport(body: Array(body.utf8)))
        #expect(failure.kind == .malformedAnswer)
        #expect(failure.charge == .answered)
    }

    @Test(arguments: [
        (HTTPTransportError.Kind.connect, GenerationFailure.Kind.network), (.nameResolution, .network),
        (.tls, .network),
        (.timeout, .network), (.reset, .network), (.truncated, .network), (.other, .network),
        (.cancelled, .cancelled), (.invalidRequest, .invalidRequest), (.tooLarge, .malformedAnswer),
    ])
    func transportErrorsMean(kind: HTTPTransportError.Kind, meaning: GenerationFailure.Kind) async throws {
        for sent in [true, false] {
            let error = HTTPTransportError(kind, message: "as \(secretKey) said", requestSent: sent)
            let failure = try await failure(ScriptedTransport(.failure(error)))
            #expect(failure.kind == meaning)
            #expect(failure.charge == (sent ? .unknown : .notSent))
            #expect(failure.message == "as [key] said")
        }
    }

    @Test func theKeyIsTakenOutOfWhatTheServerEchoes() async throws {
        let body = """
            {"error":{"code":400,"message":"bad key \(secretKey) in \\u001b[31m\(secretKey)","status":"\(secretKey)"}}
            """
        let failure = try await failure(ScriptedTransport(status: 400, body: Array(body.utf8)))
        #expect(!"\(failure)".contains(secretKey))
        #expect(!failure.message.contains("\u{1B}"))
    }

    @Test func longMessagesAreCut() async throws {
        let page = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        #expect(try await failure(ScriptedTransport(status: 500, body: page)).message.count < 1000)
    }
}
