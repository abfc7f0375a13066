/// One HTTP request. Header values may hold secrets: they never appear in descriptions.
public struct HTTPRequest: Sendable {
    /// The method, for example `POST`.
    public var method: String
    /// The absolute URL.
    public var url: String
    /// Header fields in order.
    public var headers: [(name: String, value: String)]
    /// The body, sent with its length.
    public var body: [UInt8]
    /// Longest time to connect, in seconds.
    public var connectTimeout: Double
    /// Longest time for the whole transfer, in seconds.
    public var timeout: Double
    /// Largest answer that is accepted, in bytes.
    public var maximumResponseBytes: Int

    /// Creates a request.
    public init(
        method: String = "GET", url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        connectTimeout: Double = 10, timeout: Double = 180, maximumResponseBytes: Int = 128 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.connectTimeout = connectTimeout
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
    }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
    /// Method, host and size: no header value, path, query or body.
    public var description: String {
        "\(method) \(HTTPAddress(url: url)?.host ?? "nowhere"), \(body.count) bytes"
    }

    /// A mirror of the description alone.
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
