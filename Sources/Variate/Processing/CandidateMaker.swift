import VariateCodecs
import VariateImaging
import VariateStore

/// Turns one request into a candidate: from the cache or the generator, stored before it is looked at.
struct CandidateMaker: Sendable {
    /// What became of a request.
    struct Outcome: Sendable {
        var result: Result<Candidate, GenerationFailure>
        /// Calls that reached for the generator.
        var calls: Int
        /// Failed calls before the last one, each with what it used all the same.
        var retried: [GenerationFailure]
    }

    /// Longest side of the renderings kept for reports, in pixels.
    static let thumbnailSide = 480

    let generator: any ImageGenerator
    let cache: AnswerStore?
    let retryPolicy: RetryPolicy
    let gate: QualityGate
    let onEvent: @Sendable (VariationEvent) -> Void

    /// The candidate for one request.
    func make(_ request: GenerationRequest) async -> Outcome {
        let prompt = generator.effectivePrompt(for: request)
        let key = CacheKey.digest(of: request, prompt: prompt, generator: generator)
        let started = ContinuousClock.now
        var outcome = Outcome(result: .failure(.cancelled), calls: 0, retried: [])
        if let answer = cached(key) {
            outcome.result = candidate(from: answer, prompt: prompt, seconds: 0, cached: true)
            return outcome
        }
        let tally = CallTally()
        do throws(GenerationFailure) {
            let answer = try await generateWithRetry(
                request, using: generator, policy: retryPolicy,
                onRetry: { retry in
                    tally.retry(after: retry.failure)
                    onEvent(
                        .retrying(slot: request.slot, call: retry.attempt, delay: retry.delay, failure: retry.failure))
                })
            remember(answer, key)
            let seconds = started.duration(to: .now).inSeconds
            outcome.result = candidate(from: answer, prompt: prompt, seconds: seconds, cached: false)
        } catch {
            outcome.result = .failure(error)
        }
        outcome.retried = tally.failures
        outcome.calls = 1 + outcome.retried.count
        return outcome
    }

    private func candidate(
        from answer: GenerationAnswer, prompt: String, seconds: Double, cached: Bool
    ) -> Result<Candidate, GenerationFailure> {
        do throws(CodecError) {
            let decoded = try ImageDecoder.decode(answer.bytes)
            return .success(
                Candidate(
                    answer: answer, format: decoded.format, size: decoded.image.size,
                    features: gate.features(of: decoded.image),
                    thumbnail: decoded.image.fitted(toLongestSide: Self.thumbnailSide),
                    promptHash: String(SHA256Digest(of: prompt).description.prefix(16)), generationTime: seconds,
                    cached: cached))
        } catch {
            return .failure(
                GenerationFailure(
                    .malformedAnswer, message: "the answer is not a picture: \(error)",
                    advice: "Another attempt may bring a readable one.", charge: .answered, usage: answer.usage))
        }
    }

    private func cached(_ key: SHA256Digest) -> GenerationAnswer? {
        guard generator.isPaid, let cache else { return nil }
        do {
            guard let stored = try cache.answer(for: key) else { return nil }
            return try StoredAnswer.answer(from: stored)
        } catch {
            onEvent(.notice("the cache cannot be read, going on without it: \(error)"))
            return nil
        }
    }

    /// Only what was paid for is kept: what the local generator draws, it draws again.
    private func remember(_ answer: GenerationAnswer, _ key: SHA256Digest) {
        guard generator.isPaid, let cache else { return }
        do {
            try cache.store(try StoredAnswer.stored(answer), for: key)
        } catch {
            onEvent(.notice("the answer could not be cached, going on without the cache: \(error)"))
        }
    }
}

extension GenerationFailure {
    /// The attempt was given up because the run ends.
    static let cancelled = GenerationFailure(.cancelled, message: "cancelled", charge: .notSent)
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
