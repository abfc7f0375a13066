import Synchronization

/// A transfer that was asked for: the request, who waits for its answer, and whether they still want it.
final class TransferJob: Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPTransportError>

    let request: HTTPRequest
    private let cancelled = Atomic(false)
    private let continuation = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

    init(_ request: HTTPRequest) {
        self.request = request
    }

    /// Whether the caller's task was cancelled.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Marks the job as no longer wanted; the worker sees it at its next turn.
    func cancel() { cancelled.store(true, ordering: .releasing) }

    /// Says who waits.
    func attach(_ waiter: CheckedContinuation<Outcome, Never>) {
        continuation.withLock { $0 = waiter }
    }

    /// Answers whoever waits; only the first answer counts.
    func finish(_ outcome: Outcome) {
        let waiter = continuation.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        waiter?.resume(returning: outcome)
    }
}
