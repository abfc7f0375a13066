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

    private let certificateBundle: String?
    private let inbox = Mutex(Inbox())

    init(certificateBundle: String?) {
        self.certificateBundle = certificateBundle
    }

    /// Takes a job on; the first one starts the thread.
    func start(_ job: TransferJob) {
        let fault = inbox.withLock { inbox -> HTTPTransportError? in
            if inbox.isStopped {
                return HTTPTransportError(.cancelled, message: "the transport was shut down", requestSent: false)
            }
            if inbox.multi == nil {
                guard let multi = MultiHandle(), startThread(multi) else {
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

    private func startThread(_ multi: MultiHandle) -> Bool {
        let start = Unmanaged.passRetained(ThreadStart(worker: self, multi: multi))
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, runCurlWorker, start.toOpaque())
        if status != 0 {
            start.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// The thread's life: take jobs, move bytes, answer, until told to stop.
    fileprivate func run(_ multi: MultiHandle) {
        var running: [UnsafeMutableRawPointer: Transfer] = [:]
        while true {
            let (jobs, isStopped) = inbox.withLock { inbox in
                defer { inbox.jobs = [] }
                return (inbox.jobs, inbox.isStopped)
            }
            for job in jobs { begin(job, on: multi, among: &running) }
            multi.perform()
            while let (handle, result) = multi.nextFinished() {
                guard let transfer = running.removeValue(forKey: handle) else { continue }
                multi.remove(transfer.easy)
                transfer.finish(with: result)
            }
            for (handle, transfer) in running where isStopped || transfer.job.isCancelled {
                let sent = transfer.requestSent
                running[handle] = nil
                multi.remove(transfer.easy)
                transfer.job.finish(
                    .failure(HTTPTransportError(.cancelled, message: "the transfer was cancelled", requestSent: sent)))
            }
            if isStopped { return }
            multi.wait(milliseconds: Self.longestWait)
        }
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
    let worker: CurlWorker
    let multi: MultiHandle

    init(worker: CurlWorker, multi: MultiHandle) {
        self.worker = worker
        self.multi = multi
    }
}

private func runCurlWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    let start = Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
    start.worker.run(start.multi)
    return nil
}
