import LoopbackServer
import Testing
import VariateHTTP

/// Every way in which there is no answer, and whether the server may have acted on the request.
@Suite(.timeLimit(.minutes(2))) struct CurlTransportFailureTests {
    let transport = CurlTransport(certificateBundle: nil)
    let body = [UInt8](repeating: 65, count: 1 << 20)

    private func failure(_ request: HTTPRequest) async throws -> HTTPTransportError {
        let failure = await #expect(throws: HTTPTransportError.self) { try await transport.send(request) }
        return try #require(failure)
    }

    @Test(arguments: [
        ("close after reading", Reply.close, HTTPTransportError.Kind.reset),
        ("reset after reading", .reset, .reset),
        ("close half way", .truncated(body: [1, 2, 3, 4], sent: 2), .truncated),
        ("reset half way", .resetAfter(body: [1, 2, 3, 4], sent: 2), .reset),
    ])
    func lostAfterSending(name: String, reply: Reply, kind: HTTPTransportError.Kind) async throws {
        let server = try LoopbackServer(reply)
        defer { server.stop() }
        let failure = try await failure(HTTPRequest(method: "POST", url: server.baseURL, body: body))
        #expect(failure.kind == kind)
        #expect(failure.requestSent)
        #expect(server.requests.count == 1)
    }

    @Test func resetBeforeTheBodyWasRead() async throws {
        let server = try LoopbackServer(.reset)
        defer { server.stop() }
        let request = HTTPRequest(
            method: "POST", url: server.baseURL, headers: [("X-Test-Early", "1")],
            body: [UInt8](repeating: 1, count: 8 << 20))
        let failure = try await failure(request)
        #expect(failure.kind == .reset)
        #expect(failure.requestSent)
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [1, 1 << 20]) func aPaidRequestIsNeverSentTwiceOnAKeptConnectionThatDies(bytes: Int) async throws {
        let server = try LoopbackServer { $0.target == "/first" ? .response(body: [1]) : .close }
        defer { server.stop() }
        _ = try await transport.send(HTTPRequest(method: "POST", url: server.baseURL + "/first", body: [1]))
        let failure = try await failure(
            HTTPRequest(method: "POST", url: server.baseURL + "/second", body: Array(body.prefix(bytes))))
        #expect(failure.kind == .reset)
        #expect(failure.requestSent)
        #expect(server.requests.map(\.target) == ["/first", "/second"])
    }

    @Test func timesOutAfterSending() async throws {
        let server = try LoopbackServer(.hang)
        defer { server.stop() }
        // On a busy machine the time may be up before anything is sent: then there is another try with more of it.
        var timeout = 0.2
        var sent = false
        while !sent && timeout < 60 {
            let failure = try await failure(HTTPRequest(url: server.baseURL, timeout: timeout))
            #expect(failure.kind == .timeout)
            sent = failure.requestSent
            timeout *= 4
        }
        try #require(sent)
        for await case .clientClosed in server.events { break }
    }

    @Test func cancellationClosesTheConnection() async throws {
        let server = try LoopbackServer(.hang)
        defer { server.stop() }
        let transport = transport
        let task = Task { try await transport.send(HTTPRequest(method: "POST", url: server.baseURL, body: [1])) }
        for await event in server.events {
            if case .received = event { task.cancel() }
            if case .clientClosed = event { break }
        }
        let failure = await #expect(throws: HTTPTransportError.self) { try await task.value }
        #expect(failure?.kind == .cancelled)
        #expect(failure?.requestSent == true)
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let server = try LoopbackServer(.response())
        defer { server.stop() }
        let transport = transport
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await transport.send(HTTPRequest(url: server.baseURL))
        }
        let failure = await #expect(throws: HTTPTransportError.self) { try await task.value }
        #expect(failure?.kind == .cancelled)
        #expect(failure?.requestSent == false)
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: [
        Reply.response(body: [UInt8](repeating: 0, count: 1001)),
        .chunked(chunks: [[UInt8]](repeating: [UInt8](repeating: 0, count: 100), count: 11)),
    ])
    func refusesLargeAnswers(reply: Reply) async throws {
        let server = try LoopbackServer(reply)
        defer { server.stop() }
        let failure = try await failure(HTTPRequest(url: server.baseURL, maximumResponseBytes: 1000))
        #expect(failure.kind == .tooLarge)
    }

    @Test func acceptsAnAnswerOfExactlyTheLimit() async throws {
        let server = try LoopbackServer(.response(body: [UInt8](repeating: 9, count: 1000)))
        defer { server.stop() }
        let answer = try await transport.send(HTTPRequest(url: server.baseURL, maximumResponseBytes: 1000))
        #expect(answer.body.count == 1000)
    }

    @Test func refusesEndlessHeaders() async throws {
        let fields = (0..<10_000).map { (name: "X-Field-\($0)", value: String(repeating: "v", count: 80)) }
        let server = try LoopbackServer(.response(headers: fields))
        defer { server.stop() }
        #expect(try await failure(HTTPRequest(url: server.baseURL)).kind == .tooLarge)
    }

    @Test func saysThatNothingWasSentToARefusedPort() async throws {
        let failure = try await failure(
            HTTPRequest(method: "POST", url: "http://127.0.0.1:\(try refusedPort())", body: [1]))
        #expect(failure.kind == .connect)
        #expect(!failure.requestSent)
    }

    @Test func saysThatNothingWasSentToAnUnknownHost() async throws {
        // RFC 1035 allows 63 bytes a label, so that the resolver refuses this one without asking anybody.
        let host = String(repeating: "a", count: 64) + ".invalid"
        let failure = try await failure(HTTPRequest(method: "POST", url: "http://\(host)/", body: [1]))
        #expect(failure.kind == .nameResolution)
        #expect(!failure.requestSent)
    }

    @Test func saysThatNothingWasSentWhereThereIsNoTLS() async throws {
        let server = try LoopbackServer(.close)
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/"
        let failure = try await failure(
            HTTPRequest(method: "POST", url: url, headers: [("X-Key", "hidden-key")], body: [1], timeout: 5))
        #expect(failure.kind == .tls)
        #expect(!failure.requestSent)
        #expect(!failure.message.contains("hidden-key"))
    }

    @Test(arguments: [
        "", "localhost", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://user:pass@127.0.0.1/",
        "http://127.0.0.1/a b", "http://127.0.0.1\\@evil.example/", "http://127.0.0.1:99999/",
    ])
    func refusesOtherURLs(url: String) async throws {
        let failure = try await failure(HTTPRequest(url: url))
        #expect(failure.kind == .invalidRequest)
        #expect(!failure.requestSent)
    }

    @Test(arguments: [
        ("X-Key", "se\r\ncret: 1"), ("X-Key", "secret\n"), ("X Key", "secret"), ("", "secret"), ("X-Key", "sec\0ret"),
    ])
    func refusesHeadersThatSmuggleLines(name: String, value: String) async throws {
        let failure = try await failure(
            HTTPRequest(url: "http://127.0.0.1:1/", headers: [(name, value)]))
        #expect(failure.kind == .invalidRequest)
        #expect(!failure.message.contains("secret"))
    }
}
