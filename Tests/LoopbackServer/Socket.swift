import Glibc

struct SocketError: Error, CustomStringConvertible {
    let description: String
}

/// Blocking socket calls.
enum Socket {
    /// A listening socket on 127.0.0.1 and the port it was given.
    static func listen() throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw SocketError(description: "no socket: errno \(errno)") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &address) { raw in
            let pointer = raw.assumingMemoryBound(to: sockaddr.self).baseAddress
            let bound = bind(descriptor, pointer, length)
            let listening = Glibc.listen(descriptor, 128)
            return bound | listening | getsockname(descriptor, pointer, &length)
        }
        guard status == 0 else {
            close(descriptor)
            throw SocketError(description: "cannot listen: errno \(errno)")
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A port that nothing listens on: one that was just given back.
    static func freePort() throws -> Int {
        let (descriptor, port) = try listen()
        close(descriptor)
        return port
    }

    /// The head of the next request, or nil at the end of the connection. What follows it stays in the buffer.
    static func readHead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> String? {
        let end = Array("\r\n\r\n".utf8)
        var searched = 0
        while true {
            while searched + end.count <= buffer.count {
                if buffer[searched..<searched + end.count].elementsEqual(end) {
                    let head = String(decoding: buffer[..<searched], as: UTF8.self)
                    buffer.removeFirst(searched + end.count)
                    return head
                }
                searched += 1
            }
            if !receive(descriptor, &buffer) || buffer.first == tlsHandshake { return nil }
        }
    }

    /// The first byte of a client that wants to speak TLS.
    private static let tlsHandshake: UInt8 = 0x16

    /// The next bytes, or nil where the connection ends first.
    static func readBody(_ descriptor: Int32, _ buffer: inout [UInt8], count: Int) -> [UInt8]? {
        while buffer.count < count {
            if !receive(descriptor, &buffer) { return nil }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// Sends everything, or stops where the client is gone.
    static func send(_ descriptor: Int32, _ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.send(descriptor, raw.baseAddress?.advanced(by: sent), raw.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Makes `close` reset the connection instead of ending it.
    static func resetOnClose(_ descriptor: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }

    /// Waits until the client closes or resets the connection.
    static func waitForEnd(_ descriptor: Int32) {
        var ignored: [UInt8] = []
        while receive(descriptor, &ignored) { ignored = [] }
    }

    private static func receive(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count <= 0 { return false }
        buffer.append(contentsOf: chunk[..<count])
        return true
    }
}

/// Runs a closure on a thread of its own, so that blocking calls stay off the cooperative pool.
func startThread(_ body: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(ThreadBody(body)).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(
        &thread, nil,
        { context in
            if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
            return nil
        }, context)
    precondition(status == 0, "no thread for the loopback server")
    pthread_detach(thread)
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A port on this machine that refuses connections.
public func refusedPort() throws -> Int { try Socket.freePort() }
