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

    /// Half a dollar a picture by estimate, and exactly that by the scripted usage.
    private static let prices = PriceTable(prices: [
        "scripted-1": ModelPrice(
            inputPerMillion: 0, outputTextPerMillion: 0, outputImagePerMillion: 500_000,
            imageTokens: ["1K": 1], standardSize: "1K", asOf: "2026-11-01", source: "invented for this test")
    ])
    private static let lost = GenerationFailure(.network, message: "connection reset", charge: .unknown)

    @Test func anUnknownOutcomeIsPossibleSpendAndNotSentAgain() async throws {
        let generator = Self.failing(Self.lost)
        let result = await VariationProcessor(generator: generator, prices: Self.prices)
            .run(try Samples.small(), VariationOptions(count: 2, quality: .medium))
        #expect(generator.requests.count == 2)
        #expect(result.cost == 0)
        #expect(result.possibleCost == 1)
        #expect(result.estimatedCost == 1)
    }

    @Test func possibleSpendCountsAgainstTheLimit() async throws {
        let generator = Self.failing(Self.lost)
        let result = await VariationProcessor(generator: generator, prices: Self.prices)
            .run(try Samples.small(), VariationOptions(count: 8, maximumCost: 1.1))
        #expect(generator.requests.count == 2)
        #expect(result.stopReason == .budget)
        #expect(result.possibleCost == 1)
    }

    @Test func aLimitWithoutAPriceSendsNothing() async throws {
        let generator = Self.drawing()
        let result = await VariationProcessor(generator: generator)
            .run(try Samples.small(), VariationOptions(count: 1, maximumCost: 5))
        #expect(generator.requests.isEmpty)
        #expect(result.stopReason == .unknownPrice)
        #expect(result.estimatedCost == nil)
    }

    @Test func anUnknownPriceIsNeverNothing() async throws {
        let result = await VariationProcessor(generator: Self.drawing())
            .run(try Samples.small(), VariationOptions(count: 1))
        #expect(result.cost == nil)
        let lost = await VariationProcessor(generator: Self.failing(Self.lost))
            .run(try Samples.small(), VariationOptions(count: 1))
        #expect(lost.cost == 0 && lost.possibleCost == nil)
    }

    @Test func whatWasChargedWithoutAPictureIsNotPaidForAgain() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var costs: [Double?] = []
        var calls: [Int] = []
        var pictures: [[String]] = []
        for _ in 0..<2 {
            let generator = DrawingGenerator { request throws(GenerationFailure) in
                let usage = TokenUsage(prompt: 0, outputImage: 1, outputText: 0, total: 1)
                if request.slot == 0, request.attempt == 0 {
                    throw GenerationFailure(.noImage, message: "only words", charge: .answered, usage: usage)
                }
                var answer = try await LocalGenerator().generate(request)
                answer.usage = usage
                return answer
            }
            let cache = try AnswerStore(directory: directory)
            let result = await VariationProcessor(generator: generator, cache: cache, prices: Self.prices)
                .run(try Samples.small(), VariationOptions(count: 2))
            costs.append(result.cost)
            calls.append(generator.requests.count)
            pictures.append(result.delivered.map(\.imageID))
        }
        #expect(calls == [3, 0])
        #expect(costs == [1.5, 0])
        #expect(pictures[0].count == 2 && pictures[1] == pictures[0])
    }

    @Test func optionsOutOfRangeAreHeldToWhatARunCanDo() {
        var options = VariationOptions(
            count: -3, strength: .nan, concurrency: 0, deadline: .infinity, memoryBudget: .max)
        options = options.bounded
        #expect(options.count == 1 && options.strength == 0.5 && options.concurrency == 1 && options.deadline == nil)
        #expect(MemoryBudget(mebibytes: options.memoryBudget).mebibytes == 1 << 20)
        #expect(VariationOptions(deadline: 1e300).bounded.deadline == 604_800)
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
        #expect(MemoryBudget.bytes(source: size, imageSize: nil) == 134_217_728)
        #expect(MemoryBudget(mebibytes: 2048).concurrency(source: size, imageSize: nil, wanted: 64) == 16)
        #expect(MemoryBudget(mebibytes: 2048).concurrency(source: size, imageSize: "4k", wanted: 64) == 6)
        #expect(MemoryBudget(mebibytes: 300).concurrency(source: size, imageSize: nil, wanted: 4) == 2)
        #expect(MemoryBudget(mebibytes: 1).concurrency(source: size, imageSize: nil, wanted: 4) == 1)
    }
}
