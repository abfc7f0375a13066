import Testing
import VariateImaging

@testable import Variate

@Suite struct VariationMachineTests {
    typealias Attempt = VariationMachine.Attempt

    private func limits(
        count: Int = 3, attempts: Int = 6, concurrency: Int = 8, maximumCost: Double? = nil, estimatedCost: Double = 0
    ) -> VariationMachine.Limits {
        .init(
            count: count, attempts: attempts, concurrency: concurrency, maximumCost: maximumCost,
            estimatedCost: estimatedCost)
    }

    private func attempt(_ slot: Int, _ number: Int = 0) -> Attempt { Attempt(slot: slot, number: number) }

    @Test func startsEverySlotUpToTheConcurrency() {
        var machine = VariationMachine(limits: limits(count: 3, concurrency: 2))
        #expect(machine.start() == [.request(attempt(0)), .request(attempt(1))])
        #expect(machine.handle(.arrived(attempt(1), cost: 0)) == [.request(attempt(2))])
    }

    @Test func judgesInSlotOrderWhateverTheOrderOfArrival() {
        var machine = VariationMachine(limits: limits())
        _ = machine.start()
        #expect(machine.handle(.arrived(attempt(2), cost: 0)) == [])
        #expect(machine.handle(.arrived(attempt(0), cost: 0)) == [.judge(attempt(0))])
        #expect(machine.handle(.judged(attempt(0), accepted: true)) == [])
        #expect(machine.handle(.arrived(attempt(1), cost: 0)) == [.judge(attempt(1))])
        #expect(machine.handle(.judged(attempt(1), accepted: true)) == [.judge(attempt(2))])
        #expect(machine.handle(.judged(attempt(2), accepted: true)) == [.finish])
        #expect(machine.accepted == 3)
    }

    @Test func aRejectedSlotStartsAgainAtOnceAndIsJudgedInTheNextRound() {
        var machine = VariationMachine(limits: limits(count: 2, attempts: 4))
        _ = machine.start()
        _ = machine.handle(.arrived(attempt(0), cost: 0))
        #expect(machine.handle(.judged(attempt(0), accepted: false)) == [.request(attempt(0, 1))])
        #expect(machine.handle(.arrived(attempt(0, 1), cost: 0)) == [])
        #expect(machine.handle(.arrived(attempt(1), cost: 0)) == [.judge(attempt(1))])
        #expect(machine.handle(.judged(attempt(1), accepted: true)) == [.judge(attempt(0, 1))])
        #expect(machine.handle(.judged(attempt(0, 1), accepted: true)) == [.finish])
    }

    @Test func attemptsAreSharedAndBounded() {
        var machine = VariationMachine(limits: limits(count: 2, attempts: 3))
        _ = machine.start()
        _ = machine.handle(.arrived(attempt(0), cost: 0))
        _ = machine.handle(.arrived(attempt(1), cost: 0))
        #expect(machine.handle(.judged(attempt(0), accepted: false)) == [.request(attempt(0, 1)), .judge(attempt(1))])
        #expect(machine.handle(.judged(attempt(1), accepted: false)) == [])
        _ = machine.handle(.arrived(attempt(0, 1), cost: 0))
        #expect(machine.handle(.judged(attempt(0, 1), accepted: false)) == [.finish])
        #expect(machine.started == 3)
    }

    @Test func aFailureThatMayPassIsTriedAgain() {
        var machine = VariationMachine(limits: limits(count: 1, attempts: 2))
        _ = machine.start()
        let actions = machine.handle(.failed(attempt(0), retrySlot: true, stops: nil, cost: 0))
        #expect(actions == [.request(attempt(0, 1))])
        #expect(machine.handle(.failed(attempt(0, 1), retrySlot: true, stops: nil, cost: 0)) == [.finish])
    }

    @Test func aRefusedKeyStopsTheRunAndCancelsTheRest() {
        var machine = VariationMachine(limits: limits(count: 3, concurrency: 2))
        _ = machine.start()
        let actions = machine.handle(.failed(attempt(0), retrySlot: false, stops: .unauthorized, cost: 0))
        #expect(actions == [.cancelRequests])
        let end = machine.handle(.failed(attempt(1), retrySlot: false, stops: .interrupted, cost: 0))
        #expect(end == [.finish])
        #expect(machine.stopReason == .unauthorized)
        #expect(machine.started == 2)
    }

    @Test func anInterruptStillJudgesWhatHasArrived() {
        var machine = VariationMachine(limits: limits(count: 2))
        _ = machine.start()
        #expect(machine.handle(.arrived(attempt(1), cost: 0)) == [])
        #expect(machine.handle(.stop(.interrupted)) == [.cancelRequests])
        let actions = machine.handle(.failed(attempt(0), retrySlot: false, stops: .interrupted, cost: 0))
        #expect(actions == [.judge(attempt(1))])
        #expect(machine.handle(.judged(attempt(1), accepted: true)) == [.finish])
    }

    @Test func theBudgetIsReservedBeforeSendingAndSettledAfter() {
        var machine = VariationMachine(
            limits: limits(count: 3, attempts: 3, maximumCost: 0.1, estimatedCost: 0.05))
        #expect(machine.start() == [.request(attempt(0)), .request(attempt(1))])
        // The first answer was cheaper than reckoned, but not by enough while the second is under way.
        #expect(machine.handle(.arrived(attempt(0), cost: 0.03)) == [.judge(attempt(0))])
        #expect(machine.handle(.judged(attempt(0), accepted: true)) == [])
        #expect(machine.handle(.arrived(attempt(1), cost: 0.01)) == [.request(attempt(2)), .judge(attempt(1))])
        #expect(machine.handle(.judged(attempt(1), accepted: true)) == [])
        _ = machine.handle(.arrived(attempt(2), cost: 0.05))
        #expect(machine.handle(.judged(attempt(2), accepted: true)) == [.finish])
        #expect(machine.stopReason == nil)
    }

    @Test func aUsedUpBudgetEndsTheRun() {
        var machine = VariationMachine(
            limits: limits(count: 2, attempts: 4, maximumCost: 0.06, estimatedCost: 0.05))
        #expect(machine.start() == [.request(attempt(0))])
        #expect(machine.handle(.arrived(attempt(0), cost: 0.05)) == [.judge(attempt(0))])
        #expect(machine.handle(.judged(attempt(0), accepted: true)) == [.finish])
        #expect(machine.stopReason == .budget)
    }

    /// Whatever the order of arrival, the same verdicts deliver the same attempts in the same order.
    @Test func deliveryDoesNotDependOnTheOrderOfArrival() {
        func verdict(_ attempt: Attempt) -> Bool { (attempt.slot * 7 + attempt.number * 3) % 4 != 0 }
        func play(seed: UInt64) -> [Attempt] {
            var random = SplitMix64(seed: seed)
            var machine = VariationMachine(limits: limits(count: 8, attempts: 16, concurrency: 5))
            var open: [Attempt] = []
            var order: [Attempt] = []
            var actions = machine.start()
            while true {
                while !actions.isEmpty {
                    switch actions.removeFirst() {
                    case .request(let attempt): open.append(attempt)
                    case .judge(let attempt):
                        if verdict(attempt) { order.append(attempt) }
                        actions += machine.handle(.judged(attempt, accepted: verdict(attempt)))
                    case .cancelRequests: break
                    case .finish: return order
                    }
                }
                let next = open.remove(at: Int(random.next() % UInt64(open.count)))
                actions = machine.handle(.arrived(next, cost: 0))
            }
        }
        let reference = play(seed: 0)
        #expect(reference.count >= 6)
        for seed in 1...200 as ClosedRange<UInt64> { #expect(play(seed: seed) == reference) }
    }
}
