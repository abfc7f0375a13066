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
    private var ledger: RunLedger
    private var candidates: [Attempt: Candidate] = [:]
    private var failures: [Attempt: FailedAttempt] = [:]
    private var acceptedFeatures: [ImageFeatures] = []
    /// What was delivered by earlier runs.
    private let earlier: [ImageFeatures]
    private var result: VariationResult

    init(
        processor: VariationProcessor, source: SourceImage, options: VariationOptions,
        onEvent: @escaping @Sendable (VariationEvent) -> Void
    ) {
        self.processor = processor
        self.source = source
        self.options = options.bounded
        let options = self.options
        self.onEvent = onEvent
        gate = QualityGate(
            profile: options.profile, level: options.quality, aspectRatio: options.askedAspectRatio,
            allowsMirror: options.allowsMirror)
        earlier = options.previous.map { [gate] in gate.features(of: $0) }
        callCost = processor.estimatedCallCost(options)
        let concurrency = MemoryBudget(mebibytes: options.memoryBudget)
            .concurrency(source: source.image.size, imageSize: options.imageSize, wanted: options.concurrency)
        machine = VariationMachine(
            limits: .init(
                count: options.count, attempts: options.maximumAttempts, concurrency: concurrency,
                maximumCost: options.maximumCost, estimatedCost: callCost ?? 0))
        ledger = RunLedger(
            prices: processor.prices, model: processor.generator.model, isPaid: processor.generator.isPaid,
            callCost: callCost)
        result = VariationResult(
            run: processor.runID(source, options), options: options,
            generator: processor.generator.name, model: processor.generator.model)
        result.isPaid = processor.generator.isPaid
        result.estimatedCost = callCost.map { $0 * Double(options.count) }
    }

    /// Runs to the end.
    mutating func execute() async -> VariationResult {
        let started = ContinuousClock.now
        if options.maximumCost != nil, callCost == nil {
            _ = machine.handle(.stop(.unknownPrice))
            return finish(started: started)
        }
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
                    case .request(let attempt): start(attempt, in: &group)
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

    private func start(_ attempt: Attempt, in group: inout TaskGroup<Report>) {
        let request = request(attempt)
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
            if outcome.cached { result.cacheHits += 1 }
            let wasted = outcome.retried.reduce(0) { $0 + ledger.book($1, of: attempt) }
            switch outcome.result {
            case .success(let candidate):
                candidates[attempt] = candidate
                let cost = outcome.cached ? 0 : ledger.book(candidate.answer, of: attempt)
                return machine.handle(.arrived(attempt, cost: wasted + cost))
            case .failure(let failure):
                let cost = outcome.cached ? 0 : ledger.book(failure, of: attempt)
                note(failure, of: attempt)
                return machine.handle(
                    .failed(
                        attempt, retrySlot: failure.deservesAnotherAttempt, stops: StopReason(failure),
                        cost: wasted + cost))
            }
        }
    }

    private mutating func note(_ failure: GenerationFailure, of attempt: Attempt) {
        let failed = FailedAttempt(
            slot: attempt.slot, attempt: attempt.number, axis: request(attempt).axis, failure: failure)
        failures[attempt] = failed
        onEvent(.failed(failed))
    }

    private func request(_ attempt: Attempt) -> GenerationRequest {
        options.request(for: source, slot: attempt.slot, attempt: attempt.number)
    }

    private mutating func judge(_ attempt: Attempt, source features: ImageFeatures) -> [VariationMachine.Action] {
        guard let candidate = candidates.removeValue(forKey: attempt) else {
            return machine.handle(.judged(attempt, accepted: false))
        }
        let (scorecard, verdict) = gate.judge(
            candidate.features, source: features, previous: acceptedFeatures, earlier: earlier)
        var variation = Variation(
            number: verdict.accept ? result.delivered.count + 1 : nil, slot: attempt.slot, attempt: attempt.number,
            axis: request(attempt).axis, summary: candidate.answer.summary, bytes: candidate.answer.bytes,
            format: candidate.format, size: candidate.size, scorecard: scorecard, verdict: verdict, path: nil,
            imageID: SHA256Digest(of: candidate.answer.bytes).short,
            promptHash: candidate.promptHash, generationTime: candidate.generationTime, cached: candidate.cached,
            usage: candidate.answer.usage, thumbnail: candidate.thumbnail)
        do throws(OutputDirectory.Problem) {
            if machine.stopReason == .output { throw .unusable("not written: an earlier file could not be") }
            variation.path = try write(variation)
        } catch {
            note(.unwritten(error), of: attempt)
            return machine.handle(.stop(.output)) + machine.handle(.judged(attempt, accepted: false))
        }
        if verdict.accept {
            onEvent(.delivered(variation))
            if variation.path != nil { variation.bytes = [] }
            acceptedFeatures.append(candidate.features)
            result.delivered.append(variation)
        } else {
            onEvent(.rejected(variation))
            if variation.path != nil || !options.keepsRejected { variation.bytes = [] }
            result.rejected.append(variation)
        }
        return machine.handle(.judged(attempt, accepted: verdict.accept))
    }

    private func write(_ variation: Variation) throws(OutputDirectory.Problem) -> String? {
        guard let written = try processor.output?.write(variation, rejectedBefore: result.rejected.count) else {
            return nil
        }
        if let notice = written.notice { onEvent(.notice(notice)) }
        return written.path
    }

    private mutating func finish(started: ContinuousClock.Instant) -> VariationResult {
        result.failures = failures.sorted { ($0.key.number, $0.key.slot) < ($1.key.number, $1.key.slot) }.map(\.value)
        result.attempts = machine.started
        result.cost = ledger.spent
        result.possibleCost = ledger.possible
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
        case .unauthorized, .modelNotFound, .invalidRequest, .quotaExhausted, .unsupported, .cancelled, .output: false
        }
    }

    /// A picture that is there, paid for, and could not be written.
    fileprivate static func unwritten(_ problem: OutputDirectory.Problem) -> GenerationFailure {
        GenerationFailure(
            .output, message: problem.description,
            advice: "Make room or choose another --output; nothing is asked again.",
            charge: .answered)
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
        case .output: self = .output
        default: return nil
        }
    }
}
