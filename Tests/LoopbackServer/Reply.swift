/// What the server does with a request.
public enum Reply: Sendable {
    /// A whole answer; `Content-Length` is added unless it is there. The connection is kept.
    case response(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = [])
    /// A whole answer in chunks. The connection is kept.
    case chunked(status: Int = 200, headers: [(name: String, value: String)] = [], chunks: [[UInt8]])
    /// Announces the whole body, sends its first bytes and closes.
    case truncated(status: Int = 200, body: [UInt8], sent: Int)
    /// Closes without an answer.
    case close
    /// Resets the connection without an answer.
    case reset
    /// Announces the whole body, sends its first bytes and resets the connection.
    case resetAfter(status: Int = 200, body: [UInt8], sent: Int)
    /// Never answers, and waits for the client to go away.
    case hang

    static func head(_ status: Int, _ headers: [(name: String, value: String)]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Scripted"] + headers.map { "\($0.name): \($0.value)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
