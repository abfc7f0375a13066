import Foundation
import LoopbackServer
import Testing
import VariateHTTP

@testable import Variate

@Suite struct GeminiGeneratorTests {
    static let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]

    private func answering() throws -> ScriptedTransport { ScriptedTransport(body: try geminiFixture("image")) }

    @Test func returnsTheProvidersBytesAndAccount() async throws {
        let generator = try geminiGenerator(try answering())
        #expect(generator.name == "gemini" && generator.isPaid && generator.model == "gemini-nano-banana-2.1")
        let request = GenerationRequest(source: geminiSource(4, 3), axis: .season, seed: 3)
        let answer = try await generator.generate(request)
        #expect(answer.bytes == Self.picture)
        #expect(answer.claimedMIMEType == "image/jpeg")
        #expect(answer.usage?.outputImage == 1120)
        #expect(answer.modelVersion == "gemini-3.1-flash-lite-image")
        #expect(answer.responseID == "CL-FarDeAtv5xN8PtsXz6Q4")
        #expect(answer.summary == VariationPrompt(request).summary)
    }

    @Test func sendsOneRequestOfTheDocumentedShape() async throws {
        let transport = try answering()
        let generator = try geminiGenerator(transport)
        let request = GenerationRequest(
            source: geminiSource(4, 3), prompt: "a \"red\" boat\nat sea \u{1}", axis: .style, style: "anime",
            aspectRatio: "16:9", imageSize: "2k")
        _ = try await generator.generate(request)
        let sent = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(sent.method == "POST")
        #expect(
            sent.url
                == "https://generativelanguage.googleapis.com/v1beta/models/gemini-nano-banana-2.1:generateContent")
        let headers = Dictionary(uniqueKeysWithValues: sent.headers.map { ($0.name.lowercased(), $0.value) })
        #expect(
            headers == [
                "content-type": "application/json", "x-goog-api-key": secretKey, "x-server-timeout": "180",
            ])
        #expect(sent.timeout == 180)
        let expected: NSDictionary = [
            "contents": [
                [
                    "role": "user",
                    "parts": [
                        ["text": VariationPrompt(request).text],
                        ["inlineData": ["mimeType": "image/png", "data": "iVBORw=="]],
                    ],
                ]
            ],
            "generationConfig": [
                "responseModalities": ["IMAGE"], "imageConfig": ["aspectRatio": "16:9", "imageSize": "2K"],
            ],
            "store": false,
        ]
        #expect(try jsonObject(sent.body) == expected)
    }

    @Test func omitsWhatWasNotAskedFor() throws {
        let generator = try geminiGenerator(try answering())
        let body = try jsonObject(
            try generator.body(for: GenerationRequest(source: nil, prompt: "a boat", axis: .mood)))
        #expect(body["generationConfig"] as? NSDictionary == ["responseModalities": ["IMAGE"]])
        let contents = try #require((body["contents"] as? [NSDictionary])?.first)
        #expect((contents["parts"] as? [NSDictionary])?.count == 1)
    }

    @Test(
        arguments: [
            ("gemini-nano-banana-2.1", "1:8", "4K", "1:8", "4K"),
            ("gemini-nano-banana-2.1", nil, "1k", nil, "1K"),
            ("models/gemini-3-pro-image", "21:9", "2K", "21:9", "2K"),
            // One size only, and naming it is an error.
            ("gemini-3.1-flash-lite-image", "8:1", "1K", "8:1", nil),
            ("gemini-2.5-flash-image", nil, "1K", nil, nil),
            ("gemini-3.1-flash-image", nil, "512", nil, "512"),
            // Unknown models get what was asked.
            ("some-new-model", "9:21", "8k", "9:21", "8K"),
        ] as [(String, String?, String?, String?, String?)])
    func fitsShapeAndSizeToTheModel(
        model: String, ratio: String?, size: String?, sentRatio: String?, sentSize: String?
    ) throws {
        let request = GenerationRequest(source: nil, axis: .mood, aspectRatio: ratio, imageSize: size)
        let options = try GeminiImageOptions(request, model: model)
        #expect(options.aspectRatio == sentRatio && options.imageSize == sentSize)
    }

    @Test(
        arguments: [
            ("gemini-nano-banana-2.1", "9:21", nil, "1:1"), ("gemini-nano-banana-2.1", nil, "512", "1K"),
            ("gemini-3-pro-image", "1:8", nil, "16:9"), ("gemini-3.1-flash-lite-image", nil, "2K", "1K"),
            ("gemini-2.5-flash-image", nil, "4K", "1K"),
        ] as [(String, String?, String?, String)])
    func refusesWhatTheModelDoesNotOffer(model: String, ratio: String?, size: String?, choice: String) async throws {
        let transport = try answering()
        let generator = try geminiGenerator(transport, model: model)
        let failure = await #expect(throws: GenerationFailure.self) {
            try await generator.generate(
                GenerationRequest(source: nil, axis: .mood, aspectRatio: ratio, imageSize: size))
        }
        #expect(failure?.kind == .invalidRequest && failure?.charge == .notSent)
        #expect(failure?.advice.contains(choice) == true)
        #expect(transport.requests.isEmpty)
    }

    @Test(
        arguments: [(nil, nil, 180), (nil, "4k", 300), (nil, "2K", 180), (20.5, "4K", 20.5)]
            as [(Double?, String?, Double)])
    func allowsLargePicturesMoreTime(timeout: Double?, size: String?, expected: Double) async throws {
        let transport = try answering()
        let generator = try geminiGenerator(transport, timeout: timeout)
        _ = try await generator.generate(GenerationRequest(source: nil, axis: .mood, imageSize: size))
        #expect(transport.requests.first?.timeout == expected)
        let header = transport.requests.first?.headers.first { $0.name == "X-Server-Timeout" }?.value
        #expect(header == String(Int(expected.rounded(.up))))
    }

    @Test func preparesOneSourceOnceForAWholeRun() async throws {
        let encodings = Counter()
        let encoder = SourceEncoder(
            resize: { image, _ in image },
            encode: { _, _ in
                encodings.increment()
                return [1]
            })
        let generator = try geminiGenerator(try answering(), sourceEncoder: encoder)
        let source = geminiSource(40, 30)
        for slot in 0..<4 {
            _ = try await generator.generate(
                GenerationRequest(source: source, axis: .mood, slot: slot, maximumSide: 20))
        }
        #expect(encodings.value == 1)
    }

    @Test func aPromptBeyondTheLimitIsNotSent() throws {
        let generator = try geminiGenerator(try answering())
        let request = GenerationRequest(source: nil, prompt: String(repeating: "x", count: 20_000_001), axis: .mood)
        let failure = #expect(throws: GenerationFailure.self) { try generator.body(for: request) }
        #expect(failure?.kind == .invalidRequest && failure?.charge == .notSent)
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let transport = try answering()
        let generator = try geminiGenerator(transport)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await generator.generate(GenerationRequest(source: nil, axis: .mood))
        }
        let failure = await #expect(throws: GenerationFailure.self) { try await task.value }
        #expect(failure?.kind == .cancelled && failure?.charge == .notSent)
        #expect(transport.requests.isEmpty)
    }
}

/// The whole way: real libcurl, a real socket.
@Suite(.timeLimit(.minutes(1))) struct GeminiOverHTTPTests {
    @Test func bringsThePictureHome() async throws {
        let body = try geminiFixture("image")
        let server = try LoopbackServer(.response(headers: [("Content-Type", "application/json")], body: body))
        defer { server.stop() }
        let generator = try geminiGenerator(CurlTransport(), model: "a model/é", baseURL: server.baseURL + "/")
        let answer = try await generator.generate(GenerationRequest(source: geminiSource(2, 2), axis: .angle))
        #expect(answer.bytes == GeminiGeneratorTests.picture)
        let request = try #require(server.requests.first)
        #expect(request.target == "/v1beta/models/a%20model%2F%C3%A9:generateContent")
        #expect(request.header("x-goog-api-key") == secretKey)
    }

    @Test func cancellationAbortsTheTransfer() async throws {
        let server = try LoopbackServer(.hang)
        defer { server.stop() }
        let generator = try geminiGenerator(CurlTransport(), baseURL: server.baseURL)
        let task = Task { try await generator.generate(GenerationRequest(source: nil, axis: .angle)) }
        for await event in server.events {
            if case .received = event { task.cancel() }
            if case .clientClosed = event { break }
        }
        let failure = await #expect(throws: GenerationFailure.self) { try await task.value }
        #expect(failure?.kind == .cancelled && failure?.charge == .unknown)
    }

    @Test func aLostAnswerIsNeverAskedForTwice() async throws {
        let server = try LoopbackServer(.reset)
        defer { server.stop() }
        let generator = try geminiGenerator(CurlTransport(), baseURL: server.baseURL)
        let failure = await #expect(throws: GenerationFailure.self) {
            try await generateWithRetry(GenerationRequest(source: nil, axis: .angle), using: generator)
        }
        #expect(failure?.kind == .network && failure?.charge == .unknown)
        #expect(server.requests.count == 1)
    }
}
