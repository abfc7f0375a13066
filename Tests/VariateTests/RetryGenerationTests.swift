import Synchronization
import Testing

@testable import Variate

/// Answers from a list, one entry a call.
private final class ScriptedGenerator: ImageGenerator {
    let name = "scripted"
    let model = "m"
    let isPaid = true
    private let outcomes: Mutex<[Result<GenerationAnswer, GenerationFailure>]>
    private let calls = Counter()

    init(_ outcomes: [Result<GenerationAnswer, GenerationFailure>]) {
        self.outcomes = Mutex(outcomes)
    }

    var callCount: Int { calls.value }

    func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer {
        calls.increment()
        return try outcomes.withLock { $0.removeFirst() }.get()
    }
}

@Suite(.timeLimit(.minutes(1))) struct RetryGenerationTests {
    private let answer = GenerationAnswer(bytes: [1], claimedMIMEType: "image/png")
    private let request = GenerationRequest(source: nil, axis: .mood)
    private let busy = GenerationFailure(.unavailable, message: "busy", charge: .refused)
    private let limited = GenerationFailure(.rateLimited, message: "slow", retryAfter: 48, charge: .refused)

    @Test func triesAgainAndReportsEachFailure() async throws {
        let generator = ScriptedGenerator([.failure(busy), .failure(limited), .success(answer)])
        let slept = Mutex<[Double]>([])
        let events = Mutex<[RetryEvent]>([])
        let result = try await generateWithRetry(
            request, using: generator, random: { 0.5 }, sleep: { seconds in slept.withLock { $0.append(seconds) } },
            onRetry: { event in events.withLock { $0.append(event) } })
        #expect(result == answer)
        #expect(slept.withLock { $0 } == [0.5, 49])
        #expect(
            events.withLock { $0 } == [
                RetryEvent(attempt: 0, delay: 0.5, failure: busy), RetryEvent(attempt: 1, delay: 49, failure: limited),
            ])
    }

    @Test func givesUpWithTheLastFailure() async {
        let generator = ScriptedGenerator([.failure(busy), .failure(busy), .failure(limited), .success(answer)])
        let failure = await #expect(throws: GenerationFailure.self) {
            try await generateWithRetry(request, using: generator, sleep: { _ in })
        }
        #expect(failure == limited)
        #expect(generator.callCount == 3)
    }

    @Test(arguments: [GenerationFailure.Kind.unauthorized, .blocked, .quotaExhausted, .modelNotFound])
    func doesNotInsist(kind: GenerationFailure.Kind) async {
        let refusal = GenerationFailure(kind, message: "no", charge: .refused)
        let generator = ScriptedGenerator([.failure(refusal), .success(answer)])
        await #expect(throws: refusal) {
            try await generateWithRetry(request, using: generator, sleep: { _ in Issue.record("it must not wait") })
        }
        #expect(generator.callCount == 1)
    }

    @Test func cancellationEndsTheWait() async {
        let generator = ScriptedGenerator([.failure(limited), .success(answer)])
        let (waiting, signal) = AsyncStream.makeStream(of: Void.self)
        let request = request
        let task = Task {
            try await generateWithRetry(request, using: generator, onRetry: { _ in signal.yield() })
        }
        for await _ in waiting { break }
        task.cancel()
        let failure = await #expect(throws: GenerationFailure.self) { try await task.value }
        #expect(failure?.kind == .cancelled && failure?.charge == .notSent)
        #expect(generator.callCount == 1)
    }
}
