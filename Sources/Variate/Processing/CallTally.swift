import Synchronization

/// Counts the calls of one request while they happen.
final class CallTally: Sendable {
    private struct Counts {
        var retries = 0
        var unknownOutcomes = 0
    }

    private let counts = Mutex(Counts())

    /// Notes a failure that is followed by another call.
    func retry(_ failure: GenerationFailure) {
        counts.withLock {
            $0.retries += 1
            if failure.charge == .unknown { $0.unknownOutcomes += 1 }
        }
    }

    var retries: Int { counts.withLock { $0.retries } }
    var unknownOutcomes: Int { counts.withLock { $0.unknownOutcomes } }
}
