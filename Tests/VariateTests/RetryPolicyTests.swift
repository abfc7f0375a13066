import Testing

@testable import Variate

@Suite struct RetryPolicyTests {
    private func failure(
        _ kind: GenerationFailure.Kind, charge: GenerationFailure.Charge = .refused, retryAfter: Double? = nil
    ) -> GenerationFailure {
        GenerationFailure(kind, message: "", retryAfter: retryAfter, charge: charge)
    }

    /// Attempt, random number, wait.
    @Test(arguments: [
        (0, 1.0, 1.0), (1, 1, 2), (2, 1, 4), (5, 1, 32), (6, 1, 60), (50, 1, 60), (0, 0, 0), (1, 0.25, 0.5),
        (10, 0.5, 30),
    ])
    func waitsGrowAndAreJittered(attempt: Int, random: Double, delay: Double) {
        let policy = RetryPolicy(maximumAttempts: 100)
        #expect(policy.delay(after: failure(.unavailable), attempt: attempt, random: random) == delay)
    }

    /// The provider's wish, attempt, random number, wait.
    @Test(
        arguments: [
            (48, 0, 0, 48), (48, 0, 1, 49), (48, 1, 0.5, 49), (60, 0, 1, 60), (59.5, 0, 1, 60), (60.1, 0, 0, nil),
            (45_256, 0, 0, nil), (0, 0, 1, 1),
        ] as [(Double, Int, Double, Double?)])
    func theProvidersWishIsAFloor(wish: Double, attempt: Int, random: Double, delay: Double?) {
        let failure = failure(.rateLimited, retryAfter: wish)
        #expect(RetryPolicy().delay(after: failure, attempt: attempt, random: random) == delay)
    }

    /// Kind, charge, tries in all.
    @Test(arguments: [
        (GenerationFailure.Kind.rateLimited, GenerationFailure.Charge.refused, 3), (.unavailable, .refused, 3),
        (.unavailable, .unknown, 1), (.network, .notSent, 3), (.network, .unknown, 1), (.noImage, .answered, 2),
        (.noImage, .refused, 2), (.unauthorized, .refused, 1), (.modelNotFound, .refused, 1),
        (.invalidRequest, .refused, 1), (.quotaExhausted, .refused, 1), (.blocked, .answered, 1),
        (.malformedAnswer, .answered, 1), (.unsupported, .notSent, 1), (.cancelled, .notSent, 1),
    ])
    func onlyWhatMayBeSentAgainIs(kind: GenerationFailure.Kind, charge: GenerationFailure.Charge, tries: Int) {
        let policy = RetryPolicy()
        let failure = failure(kind, charge: charge)
        let allowed = (0..<10).filter { policy.delay(after: failure, attempt: $0, random: 0.5) != nil }
        #expect(allowed == Array(0..<tries - 1))
    }
}
