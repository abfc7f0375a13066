/// Why there is no image, in the words that decide what happens next.
///
/// Retryability and whether the run stops are derived here, in one place.
public struct GenerationFailure: Error, Sendable, Equatable, Codable {
    /// What went wrong, by whose fault it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// No key, or the provider refused the key or the account.
        case unauthorized
        /// The model does not exist or was retired.
        case modelNotFound
        /// The request itself is wrong; sending it again cannot help.
        case invalidRequest
        /// Too many requests for now; waiting helps.
        case rateLimited
        /// A quota that waiting a minute does not renew, or credit that is used up.
        case quotaExhausted
        /// The prompt, the source or the answer was blocked by the provider's policy.
        case blocked
        /// The provider answered without an image.
        case noImage
        /// The provider is overloaded or failed inside.
        case unavailable
        /// The connection failed or timed out.
        case network
        /// The answer does not make sense: not JSON, bad base64, cut short.
        case malformedAnswer
        /// The local generator cannot do this.
        case unsupported
        /// The run was cancelled.
        case cancelled
        /// The picture is there and cannot be written.
        case output
    }

    /// How much of a request may have been charged.
    public enum Charge: String, Sendable, Codable {
        /// Nothing reached the provider.
        case notSent = "not-sent"
        /// It was sent, and nobody knows whether it was processed.
        case unknown = "outcome-unknown"
        /// The provider refused it: no charge.
        case refused
        /// The provider answered: charged as its usage says.
        case answered
    }

    /// What went wrong.
    public var kind: Kind
    /// The provider's or system's own words, without secrets.
    public var message: String
    /// What the user can do about it.
    public var advice: String
    /// HTTP status, where there was one.
    public var status: Int?
    /// The provider's machine-readable reason, for example `API_KEY_INVALID` or `IMAGE_SAFETY`.
    public var reason: String?
    /// The provider's wish for a pause before the next try, in seconds.
    public var retryAfter: Double?
    /// The charge state of the failed attempt.
    public var charge: Charge
    /// Tokens that the failed answer used all the same, where it said so.
    public var usage: TokenUsage?

    /// Creates a failure.
    public init(
        _ kind: Kind, message: String, advice: String = "", status: Int? = nil, reason: String? = nil,
        retryAfter: Double? = nil, charge: Charge, usage: TokenUsage? = nil
    ) {
        self.kind = kind
        self.message = message
        self.advice = advice
        self.status = status
        self.reason = reason
        self.retryAfter = retryAfter
        self.charge = charge
        self.usage = usage
    }

    /// Whether the same request may be sent again: only where it certainly was not processed, or produced nothing.
    public var isRetryable: Bool {
        switch kind {
        case .rateLimited, .unavailable: charge != .unknown
        case .network: charge == .notSent
        case .noImage: true
        case .unauthorized, .modelNotFound, .invalidRequest, .quotaExhausted, .blocked, .malformedAnswer, .unsupported,
            .cancelled, .output:
            false
        }
    }

    /// Whether every further request would fail in the same way.
    public var stopsRun: Bool {
        switch kind {
        case .unauthorized, .modelNotFound, .quotaExhausted, .cancelled, .output: true
        case .invalidRequest, .rateLimited, .blocked, .noImage, .unavailable, .network, .malformedAnswer, .unsupported:
            false
        }
    }
}
