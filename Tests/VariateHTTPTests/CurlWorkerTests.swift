import LoopbackServer
import Synchronization
import Testing

@testable import VariateHTTP

/// The worker's own life, with its thread in the test's hands.
@Suite(.timeLimit(.minutes(2))) struct CurlWorkerTests {
    /// Keeps the bodies of threads instead of running them.
    private final class HeldThreads: Sendable {
        private let bodies: Mutex<[@Sendable () -> Void]> = Mutex([])

        func hold(_ body: @escaping @Sendable () -> Void) -> Bool {
            bodies.withLock { $0.append(body) }
            return true
        }

        /// Runs the oldest body to its end.
        func runOne() throws {
            let body = try #require(bodies.withLock { $0.isEmpty ? nil : $0.removeFirst() })
            body()
        }
    }

    /// What a job was answered with, once `work` is done.
    private func outcome(
        of job: TransferJob, _ work: @escaping @Sendable () throws -> Void
    ) async throws -> TransferJob.Outcome {
        let failure = Mutex<(any Error)?>(nil)
        let outcome = await withCheckedContinuation { waiter in
            job.attach(waiter)
            do {
                try work()
            } catch {
                failure.withLock { $0 = error }
                job.cancel()
            }
            // Only the first answer counts: this one shows that there was none.
            job.finish(.success(HTTPResponse(status: 0)))
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return outcome
    }

    private func fault(in outcome: TransferJob.Outcome) throws -> HTTPTransportError {
        switch outcome {
        case .success: return try #require(nil, "the job was not failed")
        case .failure(let error): return error
        }
    }

    @Test func whatWaitsAtTheStopIsFailedAndNotBegun() async throws {
        let server = try LoopbackServer(.response())
        defer { server.stop() }
        let threads = HeldThreads()
        let worker = CurlWorker(certificateBundle: nil, startThread: threads.hold)
        let job = TransferJob(HTTPRequest(url: server.baseURL))
        let outcome = try await outcome(of: job) {
            worker.start(job)
            worker.stop()
            try threads.runOne()
        }
        let fault = try fault(in: outcome)
        #expect(fault.kind == .cancelled && !fault.requestSent)
        #expect(fault.message == "the transport was shut down")
        #expect(server.connectionCount == 0)
    }

    @Test func aSetThatFailsEndsItsThreadAndTheNextRequestGetsAnother() async throws {
        let server = try LoopbackServer(.response(body: [5]))
        defer { server.stop() }
        // libcurl knows its handles by a number in them, and refuses all work on one of zeros.
        let zeros = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
        zeros.initializeMemory(as: UInt8.self, repeating: 0, count: 1 << 16)
        defer { zeros.deallocate() }
        let broken = Mutex<MultiHandle?>(MultiHandle(adopting: zeros))
        let threads = HeldThreads()
        let worker = CurlWorker(
            certificateBundle: nil,
            makeMulti: { broken.withLock { $0 } ?? MultiHandle() },
            startThread: { body in
                broken.withLock { $0 } == nil ? CurlWorker.startDetachedThread(body) : threads.hold(body)
            })
        let job = TransferJob(HTTPRequest(url: server.baseURL))
        let fault = try fault(
            in: try await outcome(of: job) {
                worker.start(job)
                try threads.runOne()
            })
        #expect(fault.kind == .other && !fault.requestSent)
        broken.withLock { $0 = nil }
        let transport = CurlTransport(worker: worker)
        #expect(try await transport.send(HTTPRequest(url: server.baseURL)).body == [5])
    }

    @Test func atTheEndOfTheTransportItsThreadEnds() async throws {
        let server = try LoopbackServer(.response())
        defer { server.stop() }
        let (ended, continuation) = AsyncStream<Void>.makeStream()
        let worker = CurlWorker(
            certificateBundle: nil,
            startThread: { body in
                CurlWorker.startDetachedThread {
                    body()
                    continuation.finish()
                }
            })
        do {
            let transport = CurlTransport(worker: worker)
            _ = try await transport.send(HTTPRequest(url: server.baseURL))
        }
        // Waits for the end of the thread; the suite's time limit is what fails where it never comes.
        for await _ in ended {}
        #expect(!Task.isCancelled)
    }
}
