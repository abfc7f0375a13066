/// Decides what a run does next. A value: the same inputs in the same order give the same actions, and answers may
/// arrive in any order without changing what is delivered.
///
/// Slots are worked in rounds. Every open slot has at most one attempt under way; answers are judged strictly by round
/// and slot, whenever they arrive, so that a candidate always meets the same earlier siblings. A rejected slot starts
/// its next attempt at once and is judged in the next round.
struct VariationMachine: Sendable {
    /// Names one attempt.
    struct Attempt: Hashable, Sendable {
        /// Which variation.
        let slot: Int
        /// Which try at it, from 0.
        let number: Int
    }

    /// What happened.
    enum Input: Sendable, Equatable {
        /// A picture arrived, decoded and measured, and cost this much (in dollars).
        case arrived(Attempt, cost: Double)
        /// There is no picture, and there will be none from this attempt.
        case failed(Attempt, retrySlot: Bool, stops: StopReason?, cost: Double)
        /// The gate decided.
        case judged(Attempt, accepted: Bool)
        /// The run is to end early: judge what is there, ask for nothing more.
        case stop(StopReason)
    }

    /// What to do about it, in order.
    enum Action: Sendable, Equatable {
        /// Ask the generator.
        case request(Attempt)
        /// Judge against everything accepted so far.
        case judge(Attempt)
        /// Abort requests in flight.
        case cancelRequests
        /// Nothing is under way and nothing is left to do.
        case finish
    }

    /// The bounds of a run.
    struct Limits: Sendable, Equatable {
        var count: Int
        var attempts: Int
        var concurrency: Int
        /// Most to spend, in dollars, and what one request is reckoned to cost before it is sent.
        var maximumCost: Double?
        var estimatedCost: Double
    }

    private enum Slot: Equatable {
        case waiting
        case inFlight
        case arrived
        case empty(retry: Bool)
    }

    private let limits: Limits
    private var round: [Attempt]
    private var position = 0
    private var nextRound: [Attempt] = []
    private var queue: [Attempt] = []
    private var states: [Attempt: Slot] = [:]
    private var inFlight = 0
    private var isJudging = false
    private var isFinished = false
    private(set) var accepted = 0
    private(set) var started = 0
    private(set) var spent = 0.0
    private(set) var stopReason: StopReason?

    init(limits: Limits) {
        self.limits = limits
        round = (0..<limits.count).map { Attempt(slot: $0, number: 0) }
        queue = round
        for attempt in round { states[attempt] = .waiting }
    }

    /// The first requests.
    mutating func start() -> [Action] { advance() }

    /// Takes one input and says what to do next. Nothing follows `.finish`.
    mutating func handle(_ input: Input) -> [Action] {
        var actions: [Action] = []
        switch input {
        case .arrived(let attempt, let cost):
            settle(attempt, as: .arrived, cost: cost)
        case .failed(let attempt, let retrySlot, let stops, let cost):
            settle(attempt, as: .empty(retry: retrySlot), cost: cost)
            if let stops { actions += stop(stops) }
        case .judged(let attempt, let isAccepted):
            isJudging = false
            if isAccepted { accepted += 1 } else { tryAgain(attempt) }
            position += 1
        case .stop(let reason):
            actions += stop(reason)
        }
        return actions + advance()
    }

    private mutating func settle(_ attempt: Attempt, as state: Slot, cost: Double) {
        guard states[attempt] == .inFlight else { return }
        states[attempt] = state
        inFlight -= 1
        spent += cost
    }

    private mutating func stop(_ reason: StopReason) -> [Action] {
        guard stopReason == nil else { return [] }
        stopReason = reason
        return inFlight > 0 ? [.cancelRequests] : []
    }

    private mutating func tryAgain(_ attempt: Attempt) {
        guard stopReason == nil, started + queue.count < limits.attempts else { return }
        let next = Attempt(slot: attempt.slot, number: attempt.number + 1)
        states[next] = .waiting
        nextRound.append(next)
        queue.append(next)
    }

    /// Starts what may start, judges what may be judged, and ends when nothing is left.
    private mutating func advance() -> [Action] {
        if isFinished { return [] }
        var actions: [Action] = []
        while !isJudging {
            actions += startRequests()
            if position == round.count {
                if nextRound.isEmpty {
                    isFinished = true
                    return actions + [.finish]
                }
                round = nextRound
                nextRound = []
                position = 0
                continue
            }
            let attempt = round[position]
            switch states[attempt] {
            case .arrived:
                isJudging = true
                actions.append(.judge(attempt))
            case .empty(let retry):
                if retry { tryAgain(attempt) }
                position += 1
            case .waiting where stopReason != nil, nil:
                position += 1
            case .waiting, .inFlight:
                return actions
            }
        }
        return actions + startRequests()
    }

    private mutating func startRequests() -> [Action] {
        var actions: [Action] = []
        while stopReason == nil, inFlight < limits.concurrency, !queue.isEmpty {
            if let maximum = limits.maximumCost, reserved + limits.estimatedCost > maximum + 1e-9 {
                // What is in flight may turn out cheaper than reckoned: decide when it has settled.
                if inFlight == 0 { stopReason = .budget }
                break
            }
            let attempt = queue.removeFirst()
            states[attempt] = .inFlight
            inFlight += 1
            started += 1
            actions.append(.request(attempt))
        }
        return actions
    }

    private var reserved: Double { spent + Double(inFlight) * limits.estimatedCost }
}
