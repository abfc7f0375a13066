import Synchronization

/// Collects the failed calls of one request that were followed by another, while they happen.
final class CallTally: Sendable {
    private let kept = Mutex<[GenerationFailure]>([])

    /// Notes a failure that is followed by another call.
    func retry(after failure: GenerationFailure) {
        kept.withLock { $0.append(failure) }
    }

    /// Every failure so far, in order.
    var failures: [GenerationFailure] { kept.withLock { $0 } }
}
