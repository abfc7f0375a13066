/// One failed try that is followed by another.
public struct RetryEvent: Sendable, Equatable {
    /// Which try failed, from 0.
    public let attempt: Int
    /// Seconds until the next one.
    public let delay: Double
    /// Why it failed, with what it used all the same.
    public let failure: GenerationFailure

    /// Describes a retry.
    public init(attempt: Int, delay: Double, failure: GenerationFailure) {
        self.attempt = attempt
        self.delay = delay
        self.failure = failure
    }
}

/// One picture, trying again as the policy says.
///
/// Every failed try but the last is reported before the wait: its tokens have to be booked too. Cancelling the task ends
/// the wait as well as the work.
/// - Parameters:
///   - random: numbers from 0 to 1, for the jitter.
///   - sleep: waits for that many seconds, or throws when the task is cancelled.
///   - onRetry: is told of each failed try that is followed by another.
/// - Throws: the last try's failure; `cancelled`, not sent, where the wait was cancelled: the try before it has been
///   reported already.
public func generateWithRetry(
    _ request: GenerationRequest, using generator: any ImageGenerator, policy: RetryPolicy = RetryPolicy(),
    random: @Sendable () -> Double = { Double.random(in: 0...1) },
    sleep: @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) },
    onRetry: @Sendable (RetryEvent) async -> Void = { _ in }
) async throws(GenerationFailure) -> GenerationAnswer {
    var attempt = 0
    while true {
        let failure: GenerationFailure
        do throws(GenerationFailure) {
            return try await generator.generate(request)
        } catch {
            failure = error
        }
        guard let delay = policy.delay(after: failure, attempt: attempt, random: random()) else { throw failure }
        await onRetry(RetryEvent(attempt: attempt, delay: delay, failure: failure))
        do {
            try await sleep(delay)
        } catch {
            throw GenerationFailure(
                .cancelled, message: "cancelled while waiting to try again after: \(failure.message)",
                charge: .notSent)
        }
        attempt += 1
    }
}
