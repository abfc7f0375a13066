import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The thread that runs every transfer of one transport.
///
/// Callers put jobs into the inbox and wake the thread; the running transfers themselves are the thread's alone.
final class CurlWorker: Sendable {
    private struct Inbox {
        var jobs: [TransferJob] = []
        var multi: MultiHandle?
        var isStopped = false
    }

    /// Makes the set of transfers; nil where that fails.
    typealias MakeMulti = @Sendable () -> MultiHandle?
    /// Runs a body on a thread of its own; false where that fails.
    typealias StartThread = @Sendable (_ body: @escaping @Sendable () -> Void) -> Bool

    private let certificateBundle: String?
    private let makeMulti: MakeMulti
    private let startThread: StartThread
    private let inbox = Mutex(Inbox())

    init(
        certificateBundle: String?, makeMulti: @escaping MakeMulti = { MultiHandle() },
        startThread: @escaping StartThread = CurlWorker.startDetachedThread
    ) {
        self.certificateBundle = certificateBundle
        self.makeMulti = makeMulti
        self.startThread = startThread
    }

    /// Takes a job on; the first one starts the thread.
    func start(_ job: TransferJob) {
        let fault = inbox.withLock { inbox -> HTTPTransportError? in
            if inbox.isStopped {
                return HTTPTransportError(.cancelled, message: "the transport was shut down", requestSent: false)
            }
            if inbox.multi == nil {
                guard let multi = makeMulti(), startThread({ [self] in run(multi) }) else {
                    return HTTPTransportError(.other, message: "no thread for transfers", requestSent: false)
                }
                inbox.multi = multi
            }
            inbox.jobs.append(job)
            inbox.multi?.wake()
            return nil
        }
        if let fault { job.finish(.failure(fault)) }
    }

    /// Makes the thread look at its inbox and at cancelled jobs.
    func wake() {
        inbox.withLock { $0.multi }?.wake()
    }

    /// Ends the thread; what is running fails as cancelled.
    func stop() {
        let multi = inbox.withLock { inbox in
            inbox.isStopped = true
            return inbox.multi
        }
        multi?.wake()
    }

    /// Runs the body on a thread that nobody waits for.
    static func startDetachedThread(_ body: @escaping @Sendable () -> Void) -> Bool {
        let start = Unmanaged.passRetained(ThreadStart(body: body))
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, runThread, start.toOpaque())
        if status != 0 {
            start.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// The thread's life: take jobs, move bytes, answer, until told to stop or libcurl itself fails.
    private func run(_ multi: MultiHandle) {
        var running: [UnsafeMutableRawPointer: Transfer] = [:]
        while true {
            let (jobs, isStopped) = inbox.withLock { inbox in
                defer { inbox.jobs = [] }
                return (inbox.jobs, inbox.isStopped)
            }
            if isStopped { return end(running, jobs, on: multi, .cancelled, "the transport was shut down") }
            for job in jobs { begin(job, on: multi, among: &running) }
            let hasPerformed = multi.perform()
            while let (handle, result) = multi.nextFinished() {
                guard let transfer = running.removeValue(forKey: handle) else { continue }
                multi.remove(transfer.easy)
                transfer.finish(with: result)
            }
            for (handle, transfer) in running where transfer.job.isCancelled {
                let sent = transfer.requestSent
                running[handle] = nil
                multi.remove(transfer.easy)
                transfer.job.finish(
                    .failure(HTTPTransportError(.cancelled, message: "the transfer was cancelled", requestSent: sent)))
            }
            guard hasPerformed, multi.wait(milliseconds: Self.longestWait) else {
                // Trying again at once would only spin: the next request gets a new set and a new thread.
                let late = inbox.withLock { inbox in
                    defer { inbox.jobs = [] }
                    inbox.multi = nil
                    return inbox.jobs
                }
                return end(running, late, on: multi, .other, "libcurl cannot go on")
            }
        }
    }

    /// Fails what runs, and what was never begun.
    private func end(
        _ running: [UnsafeMutableRawPointer: Transfer], _ jobs: [TransferJob], on multi: MultiHandle,
        _ kind: HTTPTransportError.Kind, _ message: String
    ) {
        for transfer in running.values {
            let sent = transfer.requestSent
            multi.remove(transfer.easy)
            transfer.job.finish(.failure(HTTPTransportError(kind, message: message, requestSent: sent)))
        }
        for job in jobs { job.finish(.failure(HTTPTransportError(kind, message: message, requestSent: false))) }
    }

    /// Nothing depends on it: libcurl's timers and `wake` end a wait earlier.
    private static let longestWait: Int32 = 60_000

    private func begin(
        _ job: TransferJob, on multi: MultiHandle, among running: inout [UnsafeMutableRawPointer: Transfer]
    ) {
        if job.isCancelled {
            let fault = HTTPTransportError(.cancelled, message: "cancelled before it was sent", requestSent: false)
            return job.finish(.failure(fault))
        }
        do throws(HTTPTransportError) {
            let transfer = try Transfer(job, certificateBundle: certificateBundle)
            guard multi.add(transfer.easy) else {
                throw HTTPTransportError(.other, message: "libcurl refused the transfer", requestSent: false)
            }
            running[transfer.easy.pointer] = transfer
        } catch {
            job.finish(.failure(error))
        }
    }
}

private final class ThreadStart {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().body()
    return nil
}
