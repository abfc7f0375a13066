/// When to send a failed request again, and how long to wait first: a function of the failure and a random number.
///
/// What may be sent again at all is the failure's own knowledge (`GenerationFailure.isRetryable`): never a refused key,
/// never what policy blocked, never a request whose outcome nobody knows.
public struct RetryPolicy: Sendable, Equatable {
    /// Tries in all, the first one included. 3 by default.
    public var maximumAttempts: Int
    /// Tries in all where the provider answered, and charged, without a picture. 2 by default.
    public var maximumAttemptsWithoutImage: Int
    /// Upper bound of the first wait, in seconds; it doubles with each try. 1 by default.
    public var baseDelay: Double
    /// Longest wait, in seconds. 60 by default. A provider that asks for more is not asked again.
    public var maximumDelay: Double

    private static let growth = 2.0

    /// Creates a policy.
    public init(
        maximumAttempts: Int = 3, maximumAttemptsWithoutImage: Int = 2, baseDelay: Double = 1, maximumDelay: Double = 60
    ) {
        self.maximumAttempts = maximumAttempts
        self.maximumAttemptsWithoutImage = maximumAttemptsWithoutImage
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
    }

    /// Seconds to wait before the next try, or nil where there is to be none.
    ///
    /// Full jitter: a random part of min(`maximumDelay`, `baseDelay`·2ⁿ). A wait that the provider asked for comes on
    /// top, so that requests that were turned away together do not return together; the sum is held to `maximumDelay`,
    /// or to the provider's wait where that alone comes to it.
    /// - Parameters:
    ///   - failure: what went wrong.
    ///   - attempt: which try it was, from 0.
    ///   - random: from 0 to 1.
    public func delay(after failure: GenerationFailure, attempt: Int, random: Double) -> Double? {
        let limit = failure.kind == .noImage ? min(maximumAttempts, maximumAttemptsWithoutImage) : maximumAttempts
        guard failure.isRetryable, attempt + 1 < limit else { return nil }
        var bound = baseDelay
        for _ in 0..<attempt where bound < maximumDelay { bound *= Self.growth }
        let jitter = min(maximumDelay, bound) * random
        guard let wished = failure.retryAfter else { return jitter }
        return wished > maximumDelay ? nil : min(wished + jitter, maximumDelay)
    }
}
