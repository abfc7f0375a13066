import Foundation
import Testing
import VariateImaging
import VariateStore

@testable import Variate

@Suite struct VariationProcessorTests {
    /// Draws with the local generator, after letting others go first as often as the slot says.
    private static func drawing(
        isPaid: Bool = true, yielding: @escaping @Sendable (Int) -> Int = { _ in 0 }
    ) -> DrawingGenerator {
        DrawingGenerator(isPaid: isPaid) { request throws(GenerationFailure) in
            for _ in 0..<yielding(request.slot) { await Task.yield() }
            var answer = try await LocalGenerator().generate(request)
            answer.usage = TokenUsage(prompt: 500, outputImage: 1120, outputText: 0, total: 1620)
            return answer
        }
    }

    private static func failing(_ failure: GenerationFailure) -> DrawingGenerator {
        DrawingGenerator { _ throws(GenerationFailure) in throw failure }
    }

    /// A policy that never waits.
    private static let impatient = RetryPolicy(maximumAttempts: 1)

    @Test func deliversWhatWasAskedFor() async throws {
        let source = try Samples.small()
        let result = await VariationProcessor(generator: LocalGenerator()).run(source, VariationOptions(count: 4))
        #expect(result.isComplete)
        #expect(result.delivered.map(\.number) == [1, 2, 3, 4])
        #expect(result.attempts <= 8)
        #expect(Set(result.delivered.map(\.imageID)).count == 4)
        #expect(result.cost == 0)
        let diversity = try #require(result.setDiversity)
        #expect(diversity >= 0.2)
    }

    @Test func theOrderOfArrivalChangesNothing() async throws {
        let source = try Samples.small()
        let options = VariationOptions(count: 5, seed: 3)
        let orders: [@Sendable (Int) -> Int] = [{ _ in 0 }, { 400 - $0 * 80 }, { ($0 * 7 % 5) * 60 }]
        var ids: [[String]] = []
        for order in orders {
            let result = await VariationProcessor(generator: Self.drawing(yielding: order)).run(source, options)
            ids.append(result.delivered.map(\.imageID) + result.rejected.map(\.imageID))
        }
        #expect(ids[0].count >= 5)
        #expect(ids[1] == ids[0])
        #expect(ids[2] == ids[0])
    }

    @Test func anotherSeedGivesOtherPictures() async throws {
        let source = try Samples.small()
        var sets: [Set<String>] = []
        for seed in [1, 2] as [UInt64] {
            let result = await VariationProcessor(generator: LocalGenerator())
                .run(source, VariationOptions(count: 2, seed: seed))
            sets.append(Set(result.delivered.map(\.imageID)))
        }
        #expect(sets[0].isDisjoint(with: sets[1]))
    }

    @Test func nothingIsPaidForTwice() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let source = try Samples.small()
        let options = VariationOptions(count: 3)
        var results: [VariationResult] = []
        var calls: [Int] = []
        for _ in 0..<2 {
            let generator = Self.drawing()
            let cache = try AnswerStore(directory: directory)
            results.append(await VariationProcessor(generator: generator, cache: cache).run(source, options))
            calls.append(generator.requests.count)
        }
        #expect(calls[0] >= 3)
        #expect(calls[1] == 0)
        #expect(results[1].cacheHits == calls[0])
        #expect(results[1].generatorCalls == 0)
        #expect(results[1].delivered.map(\.bytes) == results[0].delivered.map(\.bytes))
        #expect(results[1].cost == 0)
    }

    @Test func whatCostsNothingIsNotCached() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let cache = try AnswerStore(directory: directory)
        _ = await VariationProcessor(generator: Self.drawing(isPaid: false), cache: cache)
            .run(try Samples.small(), VariationOptions(count: 1))
        #expect(DurableFile.names(in: "\(directory)/answers").isEmpty)
    }

    @Test func aRefusedKeyStopsTheRunAfterOneRequest() async throws {
        let generator = Self.failing(GenerationFailure(.unauthorized, message: "no", status: 400, charge: .refused))
        let result = await VariationProcessor(generator: generator, retryPolicy: Self.impatient)
            .run(try Samples.small(), VariationOptions(count: 4, concurrency: 1))
        #expect(result.stopReason == .unauthorized)
        #expect(generator.requests == ["0.0"])
        #expect(result.failures.map(\.failure.kind) == [.unauthorized])
        #expect(result.delivered.isEmpty)
    }

    @Test func aBlockedSlotIsTriedAgainAndThenGivenUp() async throws {
        let generator = Self.failing(GenerationFailure(.blocked, message: "policy", charge: .answered))
        let result = await VariationProcessor(generator: generator, retryPolicy: Self.impatient)
            .run(try Samples.small(), VariationOptions(count: 2, concurrency: 1))
        #expect(result.stopReason == nil)
        #expect(generator.requests == ["0.0", "1.0", "0.1", "1.1"])
        #expect(result.failures.count == 4)
    }

    @Test func bytesThatAreNoPictureAreAFailureOfThatAttemptAlone() async throws {
        let generator = DrawingGenerator(isPaid: false) { request throws(GenerationFailure) in
            if request.attempt == 0, request.slot == 0 {
                return GenerationAnswer(bytes: Array("not a picture".utf8), claimedMIMEType: "image/png")
            }
            return try await LocalGenerator().generate(request)
        }
        let result = await VariationProcessor(generator: generator).run(try Samples.small(), VariationOptions(count: 2))
        #expect(result.failures.first?.failure.kind == .malformedAnswer)
        #expect(result.delivered.count == 2)
    }

    @Test func anUnknownOutcomeIsPossibleSpendAndNotSentAgain() async throws {
        let lost = GenerationFailure(.network, message: "connection reset", charge: .unknown)
        let generator = DrawingGenerator { _ throws(GenerationFailure) in throw lost }
        let prices = PriceTable.standard
        let processor = VariationProcessor(generator: generator, prices: prices)
        let result = await processor.run(try Samples.small(), VariationOptions(count: 2, quality: .low))
        #expect(generator.requests.count == 2)
        #expect(result.failures.allSatisfy { $0.failure.charge == .unknown })
        // The scripted model has no price, so the possible spend cannot be told; the known spend is none.
        #expect(result.estimatedCost == nil)
    }

    @Test func cancellingEndsTheRunAndKeepsWhatIsThere() async throws {
        let source = try Samples.small()
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let generator = DrawingGenerator(isPaid: false) { request throws(GenerationFailure) in
            if request.slot == 0 { return try await LocalGenerator().generate(request) }
            arrived.yield()
            // Waits for ever, as a request in flight does; cancelling is the only way out.
            let (never, hold) = AsyncStream<Void>.makeStream()
            for await _ in never {}
            _ = hold
            throw GenerationFailure(.cancelled, message: "cancelled", charge: .unknown)
        }
        let events = AsyncStream<VariationEvent>.makeStream()
        let task = Task {
            await VariationProcessor(generator: generator).run(source, VariationOptions(count: 2)) {
                events.continuation.yield($0)
            }
        }
        for await _ in arrivals { break }
        for await event in events.stream { if case .delivered = event { break } }
        task.cancel()
        let result = await task.value
        #expect(result.stopReason == .interrupted)
        #expect(result.delivered.count == 1)
        #expect(result.failures.map(\.failure.kind) == [.cancelled])
    }

    @Test func theDeadlineEndsTheRun() async throws {
        let generator = DrawingGenerator { _ throws(GenerationFailure) in
            let (never, hold) = AsyncStream<Void>.makeStream()
            for await _ in never {}
            _ = hold
            throw GenerationFailure(.cancelled, message: "cancelled", charge: .unknown)
        }
        let result = await VariationProcessor(generator: generator)
            .run(try Samples.small(), VariationOptions(count: 2, deadline: 0.05))
        #expect(result.stopReason == .deadline)
        #expect(result.delivered.isEmpty)
    }

    @Test func theEventStreamEndsInFinished() async throws {
        let source = try Samples.small()
        var names: [String] = []
        for await event in VariationProcessor(generator: LocalGenerator())
            .events(for: source, options: VariationOptions(count: 1))
        {
            switch event {
            case .started: names.append("started")
            case .finished(let result):
                names.append("finished")
                #expect(result.isComplete)
            default: break
            }
        }
        #expect(names == ["started", "finished"])
    }

    @Test func theMemoryBudgetLowersTheConcurrency() {
        let size = Size(width: 2048, height: 2048)
        #expect(MemoryBudget.bytes(for: size) == 134_217_728)
        #expect(MemoryBudget(mebibytes: 2048).concurrency(for: size, wanted: 64) == 16)
        #expect(MemoryBudget(mebibytes: 300).concurrency(for: size, wanted: 4) == 2)
        #expect(MemoryBudget(mebibytes: 1).concurrency(for: size, wanted: 4) == 1)
    }
}
