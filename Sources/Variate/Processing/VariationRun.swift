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
            if processor.generator.isPaid { result.possibleCost += Double(outcome.unknownOutcomes) * (callCost ?? 0) }
            result.generatorCalls += outcome.calls
            switch outcome.result {
            case .success(let candidate):
                candidates[attempt] = candidate
                if candidate.cached { result.cacheHits += 1 }
                return machine.handle(.arrived(attempt, cost: settle(candidate.answer.usage, cached: candidate.cached)))
            case .failure(let failure):
                return machine.handle(receive(failure, of: attempt))
            }
        }
    }

    private mutating func receive(_ failure: GenerationFailure, of attempt: Attempt) -> VariationMachine.Input {
        let axis = options.request(for: source, slot: attempt.slot, attempt: attempt.number).axis
        let failed = FailedAttempt(slot: attempt.slot, attempt: attempt.number, axis: axis, failure: failure)
        failures[attempt] = failed
        onEvent(.failed(failed))
        var cost = 0.0
        if failure.charge == .unknown, processor.generator.isPaid { result.possibleCost += callCost ?? 0 }
        if failure.charge == .answered, let usage = failure.usage { cost = settle(usage, cached: false) }
        // What was blocked or came without a picture deserves another try with other words; what is wrong stays wrong.
        let retrySlot = [.blocked, .noImage, .malformedAnswer, .unavailable, .rateLimited].contains(failure.kind)
        return .failed(attempt, retrySlot: retrySlot, stops: StopReason(failure), cost: cost)
    }

    /// Adds an answer's cost to the account, and returns it.
    private mutating func settle(_ usage: TokenUsage?, cached: Bool) -> Double {
        guard processor.generator.isPaid, !cached else { return 0 }
        let priced = usage.flatMap { processor.prices.cost(of: $0, model: processor.generator.model) } ?? callCost
        guard let priced else {
            result.cost = nil
            return 0
        }
        result.cost = result.cost.map { $0 + priced }
        return priced
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
