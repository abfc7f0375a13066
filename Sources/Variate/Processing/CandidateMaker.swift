import VariateCodecs
import VariateImaging
import VariateStore

/// Turns one request into a candidate: from the cache or the generator, stored before it is looked at.
struct CandidateMaker: Sendable {
    /// What became of a request.
    struct Outcome: Sendable {
        var result: Result<Candidate, GenerationFailure>
        /// Whether it came from the cache, so that it costs nothing.
        var cached = false
        /// Calls that reached for the generator.
        var calls = 0
        /// Failed calls before the last one, each with what it used all the same.
        var retried: [GenerationFailure] = []
    }

    /// Longest side of the renderings kept for reports, in pixels.
    static let thumbnailSide = 480
    /// What an answer may decode to: twice the largest picture that the models make.
    static let answerLimits = DecodingLimits(maximumSide: 16_384, maximumPixels: 40_000_000)

    let generator: any ImageGenerator
    let cache: AnswerStore?
    let retryPolicy: RetryPolicy
    let gate: QualityGate
    let onEvent: @Sendable (VariationEvent) -> Void

    /// The candidate for one request.
    func make(_ request: GenerationRequest) async -> Outcome {
        let prompt = generator.effectivePrompt(for: request)
        let key = CacheKey.digest(of: request, prompt: prompt, generator: generator)
        if let known = recall(key) {
            return Outcome(
                result: known.flatMap { candidate(from: $0, prompt: prompt, seconds: 0, cached: true) }, cached: true)
        }
        let tally = CallTally()
        let started = ContinuousClock.now
        var outcome: Outcome
        do throws(GenerationFailure) {
            let answer = try await generateWithRetry(
                request, using: generator, policy: retryPolicy,
                onRetry: { retry in
                    tally.retry(after: retry.failure)
                    onEvent(
                        .retrying(slot: request.slot, call: retry.attempt, delay: retry.delay, failure: retry.failure))
                })
            remember(key) { try StoredAnswer.stored(answer) }
            let seconds = started.duration(to: .now).inSeconds
            outcome = Outcome(
                result: candidate(from: answer, prompt: prompt, seconds: seconds, cached: false), calls: 1)
        } catch {
            if error.charge == .answered { remember(key) { try StoredAnswer.stored(error) } }
            // A run that ended before this call, or while it waited to call again, made none.
            let wasCalled = !(error.kind == .cancelled && error.charge == .notSent)
            outcome = Outcome(result: .failure(error), calls: wasCalled ? 1 : 0)
        }
        outcome.retried = tally.failures
        outcome.calls += outcome.retried.count
        return outcome
    }

    private func candidate(
        from answer: GenerationAnswer, prompt: String, seconds: Double, cached: Bool
    ) -> Result<Candidate, GenerationFailure> {
        do throws(CodecError) {
            let decoded = try ImageDecoder.decode(answer.bytes, limits: Self.answerLimits)
            return .success(
                Candidate(
                    answer: answer, format: decoded.format, size: decoded.image.size,
                    features: gate.features(of: decoded.image),
                    thumbnail: decoded.image.fitted(toLongestSide: Self.thumbnailSide),
                    promptHash: SHA256Digest(of: prompt).short, generationTime: seconds,
                    cached: cached))
        } catch {
            return .failure(
                GenerationFailure(
                    .malformedAnswer, message: "the answer is not a picture: \(error)",
                    advice: "Another attempt may bring a readable one.", charge: .answered, usage: answer.usage))
        }
    }

    private func recall(_ key: SHA256Digest) -> Result<GenerationAnswer, GenerationFailure>? {
        guard generator.isPaid, let cache else { return nil }
        do {
            return try cache.answer(for: key).map { try StoredAnswer.outcome(of: $0) }
        } catch {
            onEvent(.notice("the cache cannot be read, going on without it: \(error)"))
            return nil
        }
    }

    /// Only what was paid for is kept: what the local generator draws, it draws again.
    private func remember(_ key: SHA256Digest, _ answer: () throws -> AnswerStore.Answer) {
        guard generator.isPaid, let cache else { return }
        do {
            try cache.store(try answer(), for: key)
        } catch {
            onEvent(.notice("the answer could not be cached, going on without the cache: \(error)"))
        }
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
