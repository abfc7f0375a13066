import VariateImaging
import VariateStore

/// One run: performs what the machine decides, and keeps the account of it.
struct VariationRun {
    private typealias Attempt = VariationMachine.Attempt

    /// What a child task of the run brings home.
    private enum Report: Sendable {
        case outcome(Attempt, CandidateMaker.Outcome)
        case deadline
        case nothing
    }

    private let processor: VariationProcessor
    private let source: SourceImage
    private let options: VariationOptions
    private let onEvent: @Sendable (VariationEvent) -> Void
    private let gate: QualityGate
    private let callCost: Double?
    private var machine: VariationMachine
    private var candidates: [Attempt: Candidate] = [:]
    private var failures: [Attempt: FailedAttempt] = [:]
    private var acceptedFeatures: [ImageFeatures] = []
    private var result: VariationResult

    init(
        processor: VariationProcessor, source: SourceImage, options: VariationOptions,
        onEvent: @escaping @Sendable (VariationEvent) -> Void
    ) {
        self.processor = processor
        self.source = source
        self.options = options
        self.onEvent = onEvent
        gate = QualityGate(profile: options.profile, level: options.quality)
        callCost = processor.estimatedCallCost(options)
        let concurrency = MemoryBudget(mebibytes: options.memoryBudget)
            .concurrency(for: source.image.size, wanted: options.concurrency)
        machine = VariationMachine(
            limits: .init(
                count: options.count, attempts: options.maximumAttempts, concurrency: concurrency,
                maximumCost: options.maximumCost, estimatedCost: callCost ?? 0))
        result = VariationResult(
            run: CacheKey.runID(source, options, processor.generator), options: options,
            generator: processor.generator.name, model: processor.generator.model)
        result.isPaid = processor.generator.isPaid
        result.estimatedCost = callCost.map { $0 * Double(options.count) }
    }

    /// Runs to the end.
    mutating func execute() async -> VariationResult {
        let started = ContinuousClock.now
        onEvent(.started(count: options.count, maximumAttempts: options.maximumAttempts))
        let sourceFeatures = gate.features(of: source.image)
        await withTaskGroup(of: Report.self) { group in
            if let deadline = options.deadline {
                group.addTask { (try? await Task.sleep(for: .seconds(deadline))) == nil ? .nothing : .deadline }
            }
            var actions = machine.start()
            var toldOfInterrupt = false
            run: while true {
                while !actions.isEmpty {
                    switch actions.removeFirst() {
                    case .request(let attempt): request(attempt, in: &group)
                    case .judge(let attempt): actions += judge(attempt, source: sourceFeatures)
                    case .cancelRequests: group.cancelAll()
                    case .finish: break run
                    }
                }
                guard let report = await group.next() else { break }
                if Task.isCancelled, !toldOfInterrupt {
                    toldOfInterrupt = true
                    actions += machine.handle(.stop(.interrupted))
                }
                actions += receive(report)
            }
            group.cancelAll()
        }
        return finish(started: started)
    }

    private func request(_ attempt: Attempt, in group: inout TaskGroup<Report>) {
        let request = options.request(for: source, slot: attempt.slot, attempt: attempt.number)
        let maker = CandidateMaker(
            generator: processor.generator, cache: processor.cache, retryPolicy: processor.retryPolicy, gate: gate,
            onEvent: onEvent)
        onEvent(.requested(slot: attempt.slot, attempt: attempt.number, axis: request.axis))
        group.addTask { .outcome(attempt, await maker.make(request)) }
    }

    private mutating func receive(_ report: Report) -> [VariationMachine.Action] {
        switch report {
        case .nothing: return []
        case .deadline: return machine.handle(.stop(.deadline))
        case .outcome(let attempt, let outcome):
            result.generatorCalls += outcome.calls
            let wasted = outcome.retried.reduce(0) { $0 + settle($1) }
            switch outcome.result {
            case .success(let candidate):
                candidates[attempt] = candidate
                if candidate.cached { result.cacheHits += 1 }
                return machine.handle(.arrived(attempt, cost: wasted + settle(candidate)))
            case .failure(let failure):
                return machine.handle(receive(failure, of: attempt, wasted: wasted))
            }
        }
    }

    private mutating func receive(
        _ failure: GenerationFailure, of attempt: Attempt, wasted: Double
    ) -> VariationMachine.Input {
        let axis = options.request(for: source, slot: attempt.slot, attempt: attempt.number).axis
        let failed = FailedAttempt(slot: attempt.slot, attempt: attempt.number, axis: axis, failure: failure)
        failures[attempt] = failed
        onEvent(.failed(failed))
        return .failed(
            attempt, retrySlot: failure.deservesAnotherAttempt, stops: StopReason(failure),
            cost: wasted + settle(failure))
    }

    /// Adds an answer's cost to the account, and returns it.
    private mutating func settle(_ candidate: Candidate) -> Double {
        candidate.cached ? 0 : settle(candidate.answer.usage, model: candidate.answer.modelVersion)
    }

    /// Adds what a failure cost, or may have cost, to the account, and returns what is certain.
    private mutating func settle(_ failure: GenerationFailure) -> Double {
        guard processor.generator.isPaid else { return 0 }
        if failure.charge == .unknown { result.possibleCost += callCost ?? 0 }
        guard failure.charge == .answered, let usage = failure.usage else { return 0 }
        return settle(usage, model: nil)
    }

    /// The price of the model that answered, where it named itself and is known, else of the one that was asked; the
    /// estimate where the answer does not count its tokens. An unknown price makes the run's cost unknown.
    private mutating func settle(_ usage: TokenUsage?, model: String?) -> Double {
        guard processor.generator.isPaid else { return 0 }
        let prices = processor.prices
        let priced = usage.flatMap { usage in
            model.flatMap { prices.cost(of: usage, model: $0) }
                ?? prices.cost(of: usage, model: processor.generator.model)
        }
        guard let cost = priced ?? callCost else {
            result.cost = nil
            return 0
        }
        result.cost = result.cost.map { $0 + cost }
        return cost
    }

    private mutating func judge(_ attempt: Attempt, source features: ImageFeatures) -> [VariationMachine.Action] {
        guard let candidate = candidates.removeValue(forKey: attempt) else {
            return machine.handle(.judged(attempt, accepted: false))
        }
        let (scorecard, verdict) = gate.judge(candidate.features, source: features, previous: acceptedFeatures)
        let axis = options.request(for: source, slot: attempt.slot, attempt: attempt.number).axis
        var variation = Variation(
            number: nil, slot: attempt.slot, attempt: attempt.number, axis: axis, summary: candidate.answer.summary,
            bytes: candidate.answer.bytes, format: candidate.format, size: candidate.size, scorecard: scorecard,
            verdict: verdict, path: nil,
            imageID: String(SHA256Digest(of: candidate.answer.bytes).description.prefix(16)),
            promptHash: candidate.promptHash, generationTime: candidate.generationTime, cached: candidate.cached,
            usage: candidate.answer.usage, thumbnail: candidate.thumbnail)
        if verdict.accept { variation.number = result.delivered.count + 1 }
        do throws(StoreError) {
            variation.path = try processor.output?.write(variation, rejectedBefore: result.rejected.count)
        } catch {
            onEvent(.notice("\(error)"))
            return machine.handle(.stop(.output)) + machine.handle(.judged(attempt, accepted: false))
        }
        if verdict.accept {
            acceptedFeatures.append(candidate.features)
            result.delivered.append(variation)
            onEvent(.delivered(variation))
        } else {
            if !options.keepsRejected { variation.bytes = [] }
            result.rejected.append(variation)
            onEvent(.rejected(variation))
        }
        return machine.handle(.judged(attempt, accepted: verdict.accept))
    }

    private mutating func finish(started: ContinuousClock.Instant) -> VariationResult {
        result.failures = failures.sorted { ($0.key.number, $0.key.slot) < ($1.key.number, $1.key.slot) }.map(\.value)
        result.attempts = machine.started
        result.stopReason = machine.stopReason
        // Each diversity is the distance to the nearest earlier sibling, so the smallest is the smallest of all pairs.
        result.setDiversity = result.delivered.dropFirst().map(\.scorecard.diversity).min()
        result.duration = started.duration(to: .now).inSeconds
        onEvent(.finished(result))
        return result
    }
}

extension GenerationFailure {
    /// Whether another attempt at the slot, in other words, may bring a picture: what was blocked or came back empty or
    /// broken may; what is wrong stays wrong, and what may have been charged is not asked for again.
    fileprivate var deservesAnotherAttempt: Bool {
        switch kind {
        case .blocked, .noImage, .malformedAnswer: true
        case .unavailable, .rateLimited: charge != .unknown
        case .network: charge == .notSent
        case .unauthorized, .modelNotFound, .invalidRequest, .quotaExhausted, .unsupported, .cancelled: false
        }
    }
}

extension StopReason {
    /// The reason for which a failure ends the whole run, or nil when it does not.
    init?(_ failure: GenerationFailure) {
        guard failure.stopsRun else { return nil }
        switch failure.kind {
        case .unauthorized: self = .unauthorized
        case .modelNotFound: self = .modelNotFound
        case .quotaExhausted: self = .quota
        default: return nil
        }
    }
}
