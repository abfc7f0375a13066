import LoopbackServer
import Testing

@testable import VariateHTTP

/// Whole transfers over real libcurl and a real socket.
@Suite(.timeLimit(.minutes(2))) struct CurlTransportTests {
    let transport = CurlTransport(certificateBundle: nil)

    @Test func sendsWhatWasAskedAndReturnsWhatWasAnswered() async throws {
        let server = try LoopbackServer(
            .response(status: 201, headers: [("X-Answer", "  yes "), ("X-Empty", "")], body: Array("made".utf8)))
        defer { server.stop() }
        let answer = try await transport.send(
            HTTPRequest(
                method: "POST", url: server.baseURL + "/a/../b%2Fc?q=1",
                headers: [("X-Secret", "s3cret"), ("Content-Type", "application/json"), ("X-Nothing", "")],
                body: Array("{}".utf8)))
        #expect(answer.status == 201)
        #expect(answer.body == Array("made".utf8))
        #expect(answer.header("x-answer") == "yes")
        #expect(answer.header("X-EMPTY") == "")
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.target == "/a/../b%2Fc?q=1")
        #expect(request.body == Array("{}".utf8))
        #expect(request.header("x-secret") == "s3cret")
        #expect(request.header("x-nothing") == "")
        #expect(request.header("content-type") == "application/json")
        #expect(request.header("content-length") == "2")
        #expect(request.header("accept-encoding") == "gzip")
        #expect(request.header("expect") == nil)
    }

    @Test func getHasNeitherBodyNorContentType() async throws {
        let server = try LoopbackServer(.response(body: [1, 2, 3]))
        defer { server.stop() }
        #expect(try await transport.send(HTTPRequest(url: server.baseURL)).body == [1, 2, 3])
        let request = try #require(server.requests.first)
        #expect(request.method == "GET" && request.body.isEmpty)
        #expect(request.header("content-type") == nil && request.header("content-length") == nil)
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH"]) func otherMethodsCarryBodies(method: String) async throws {
        let server = try LoopbackServer(.response())
        defer { server.stop() }
        _ = try await transport.send(HTTPRequest(method: method, url: server.baseURL, body: [7]))
        #expect(server.requests.first?.method == method)
        #expect(server.requests.first?.body == [7])
    }

    @Test func carriesFourMegabytesBothWays() async throws {
        let body = (0..<4 << 20).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let server = try LoopbackServer { .response(body: $0.body) }
        defer { server.stop() }
        let answer = try await transport.send(HTTPRequest(method: "POST", url: server.baseURL, body: body))
        #expect(answer.body == body)
        #expect(server.requests.first?.header("expect") == nil)
    }

    @Test func takesAnAnswerThatComesBeforeTheBodyIsSent() async throws {
        let server = try LoopbackServer(.response(status: 413, body: Array("too large".utf8)))
        defer { server.stop() }
        let answer = try await transport.send(
            HTTPRequest(
                method: "POST", url: server.baseURL, headers: [("X-Test-Early", "1")],
                body: [UInt8](repeating: 1, count: 8 << 20)))
        #expect(answer.status == 413 && answer.body == Array("too large".utf8))
    }

    @Test func joinsChunks() async throws {
        let server = try LoopbackServer(.chunked(chunks: [[1], [2, 3], [4, 5, 6]]))
        defer { server.stop() }
        #expect(try await transport.send(HTTPRequest(url: server.baseURL)).body == [1, 2, 3, 4, 5, 6])
    }

    @Test func inflatesGzip() async throws {
        // gzip.compress(b"inflate me", mtime=0) of CPython.
        let packed: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 204, 75, 203, 73, 44, 73, 85, 200, 77, 5, 0, 75, 201, 143, 22, 10, 0,
            0, 0,
        ]
        let server = try LoopbackServer(.response(headers: [("Content-Encoding", "gzip")], body: packed))
        defer { server.stop() }
        #expect(try await transport.send(HTTPRequest(url: server.baseURL)).body == Array("inflate me".utf8))
    }

    @Test func neverFollowsRedirects() async throws {
        let target = try LoopbackServer(.response())
        let server = try LoopbackServer(.response(status: 302, headers: [("Location", target.baseURL)]))
        defer {
            server.stop()
            target.stop()
        }
        let answer = try await transport.send(HTTPRequest(url: server.baseURL, headers: [("X-Key", "k")]))
        #expect(answer.status == 302)
        #expect(target.connectionCount == 0)
    }

    @Test func reusesTheConnection() async throws {
        let server = try LoopbackServer(.response(body: [1]))
        defer { server.stop() }
        for _ in 0..<3 {
            _ = try await transport.send(HTTPRequest(method: "POST", url: server.baseURL, body: [1]))
        }
        #expect(server.requests.count == 3)
        #expect(server.connectionCount == 1)
    }

    @Test func runsFiftyTransfersAtOnce() async throws {
        let server = try LoopbackServer { .response(body: Array($0.target.utf8) + $0.body) }
        defer { server.stop() }
        let transport = transport
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<50 {
                group.addTask {
                    let body = [UInt8](repeating: UInt8(index), count: 1000 * index)
                    let request = HTTPRequest(method: "POST", url: "\(server.baseURL)/\(index)", body: body)
                    return try await transport.send(request).body == Array("/\(index)".utf8) + body
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
        #expect(server.requests.count == 50)
    }

    @Test func shuttingDownAbortsWhatRunsAndRefusesMore() async throws {
        let server = try LoopbackServer(.hang)
        defer { server.stop() }
        let own = CurlTransport()
        let running = Task { try await own.send(HTTPRequest(url: server.baseURL)) }
        for await case .received in server.events { break }
        own.shutDown()
        await #expect(throws: HTTPTransportError.self) { try await running.value }
        let refused = await #expect(throws: HTTPTransportError.self) {
            try await own.send(HTTPRequest(url: server.baseURL))
        }
        #expect(refused?.kind == .cancelled && refused?.requestSent == false)
    }
}
