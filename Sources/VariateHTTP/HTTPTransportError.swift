/// Why there is no complete answer.
public struct HTTPTransportError: Error, Sendable, Equatable {
    /// What failed.
    public enum Kind: String, Sendable {
        case invalidRequest, nameResolution, connect, tls, timeout, reset, truncated, tooLarge, cancelled, other
    }

    /// What failed.
    public var kind: Kind
    /// libcurl's own words, without headers or secrets.
    public var message: String
    /// Whether any byte of the request had left this machine, so that the server may have acted on it.
    public var requestSent: Bool

    /// Creates an error.
    public init(_ kind: Kind, message: String, requestSent: Bool) {
        self.kind = kind
        self.message = message
        self.requestSent = requestSent
    }
}
