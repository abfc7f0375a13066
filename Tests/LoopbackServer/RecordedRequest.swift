/// A request as it arrived.
public struct RecordedRequest: Sendable {
    /// For example `POST`.
    public let method: String
    /// Path and query, as sent.
    public let target: String
    /// Header fields in order.
    public let headers: [(name: String, value: String)]
    /// The whole body.
    public var body: [UInt8] = []

    init(head: String) {
        let lines = head.split(separator: "\r\n").map(String.init)
        let words = (lines.first ?? "").split(separator: " ").map(String.init)
        method = words.first ?? ""
        target = words.count > 1 ? words[1] : ""
        headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
    }

    /// The first value of a header field, whatever the case of its name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var contentLength: Int { Int(header("content-length") ?? "0") ?? 0 }
}
