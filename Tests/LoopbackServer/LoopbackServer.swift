import Glibc
import Synchronization

/// A scripted HTTP/1.1 server on 127.0.0.1 for tests: one blocking thread a connection, every request recorded.
///
/// What happens is told through `events`, so that tests wait for it instead of sleeping.
public final class LoopbackServer: Sendable {
    /// Something that a test may wait for.
    public enum Event: Sendable {
        /// A whole request was read, or only its head where its header `X-Test-Early` asks for an early answer.
        case received(RecordedRequest)
        /// The client closed a connection that was waiting on purpose.
        case clientClosed
    }

    /// The port that was given to the server.
    public let port: Int
    /// What happened, in order. One reader only.
    public let events: AsyncStream<Event>

    private struct State {
        var requests: [RecordedRequest] = []
        var connections: Set<Int32> = []
        var connectionCount = 0
    }

    private let listener: Int32
    private let script: @Sendable (RecordedRequest) -> Reply
    private let state = Mutex(State())
    private let continuation: AsyncStream<Event>.Continuation

    /// Starts a server; the script is asked once for each request, possibly from several threads at once.
    public init(script: @escaping @Sendable (RecordedRequest) -> Reply) throws {
        (listener, port) = try Socket.listen()
        self.script = script
        (events, continuation) = AsyncStream.makeStream()
        startThread { [self] in acceptAll() }
    }

    /// Starts a server that answers every request alike.
    public convenience init(_ reply: Reply) throws {
        try self.init { _ in reply }
    }

    /// `http://127.0.0.1:PORT`.
    public var baseURL: String { "http://127.0.0.1:\(port)" }

    /// Every request so far, in order of arrival.
    public var requests: [RecordedRequest] { state.withLock { $0.requests } }

    /// How many connections were accepted so far.
    public var connectionCount: Int { state.withLock { $0.connectionCount } }

    /// Ends every connection and the server.
    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
        continuation.finish()
    }

    private func acceptAll() {
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 { break }
            state.withLock { state in
                state.connections.insert(connection)
                state.connectionCount += 1
            }
            startThread { [self] in
                serve(connection)
                state.withLock { _ = $0.connections.remove(connection) }
                close(connection)
            }
        }
        close(listener)
    }

    private func serve(_ connection: Int32) {
        var buffer: [UInt8] = []
        while let head = Socket.readHead(connection, &buffer) {
            var request = RecordedRequest(head: head)
            let answersEarly = request.header("x-test-early") != nil
            if !answersEarly {
                guard let body = Socket.readBody(connection, &buffer, count: request.contentLength) else { return }
                request.body = body
            }
            let recorded = request
            state.withLock { $0.requests.append(recorded) }
            continuation.yield(.received(recorded))
            guard perform(script(recorded), on: connection) else { return }
            if answersEarly { return Socket.waitForEnd(connection) }
        }
    }

    /// Does as told; whether the connection goes on.
    private func perform(_ reply: Reply, on connection: Int32) -> Bool {
        switch reply {
        case .response(let status, let headers, let body):
            let length = headers.contains { $0.name.lowercased() == "content-length" }
            let lines = headers + (length ? [] : [("Content-Length", String(body.count))])
            Socket.send(connection, Reply.head(status, lines) + body)
            return true
        case .chunked(let status, let headers, let chunks):
            Socket.send(connection, Reply.head(status, headers + [("Transfer-Encoding", "chunked")]))
            for chunk in chunks where !chunk.isEmpty {
                Socket.send(
                    connection, Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8))
            }
            Socket.send(connection, Array("0\r\n\r\n".utf8))
            return true
        case .truncated(let status, let body, let sent):
            let head = Reply.head(status, [("Content-Length", String(body.count))])
            Socket.send(connection, head + body.prefix(sent))
            return false
        case .close:
            return false
        case .reset:
            Socket.resetOnClose(connection)
            return false
        case .resetAfter(let status, let body, let sent):
            let head = Reply.head(status, [("Content-Length", String(body.count))])
            Socket.send(connection, head + body.prefix(sent))
            Socket.resetOnClose(connection)
            return false
        case .hang:
            Socket.waitForEnd(connection)
            continuation.yield(.clientClosed)
            return false
        }
    }
}
