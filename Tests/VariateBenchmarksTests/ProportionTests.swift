import Testing

@testable import VariateBenchmarks

@Suite struct ProportionTests {
    private static func observations(_ clusters: [(hits: Int, total: Int)]) -> [(cluster: String, hit: Bool)] {
        clusters.enumerated().flatMap { index, cluster in
            (0..<cluster.total).map { (cluster: "source \(index)", hit: $0 < cluster.hits) }
        }
    }

    /// statsmodels 0.14, `proportion_confint(count, nobs, method="wilson")`.
    @Test(arguments: [
        (0, 10, 0.0, 0.277533), (5, 10, 0.236593, 0.763407), (10, 10, 0.722467, 1.0), (97, 100, 0.915480, 0.989745),
    ])
    func wilsonsInterval(count: Int, of: Int, low: Double, high: Double) {
        let found = Proportion.wilson(count, of)
        #expect(abs(found.low - low) < 1e-5)
        #expect(abs(found.high - high) < 1e-5)
    }

    @Test func oneSourceHasWilsonsInterval() {
        let found = Proportion(Self.observations([(5, 10)]))
        #expect(found.count == 5 && found.of == 10 && found.rate == 0.5)
        #expect(abs(found.low - 0.236593) < 1e-5 && abs(found.high - 0.763407) < 1e-5)
    }

    /// Ten sources that all agree are no proof of certainty.
    @Test func agreementIsNotCertainty() {
        let found = Proportion(Self.observations(Array(repeating: (3, 3), count: 10)))
        #expect(found.rate == 1 && found.high == 1)
        #expect(found.low > 0.85 && found.low < 0.95)
    }

    @Test func nothingIsKnownOfNothing() {
        let found = Proportion([])
        #expect(found.of == 0 && found.rate == 0 && found.low == 0 && found.high == 1)
    }

    /// Observations of one source resemble each other, so that few sources say less than many with as many observations.
    @Test func clustersWidenTheInterval() {
        let together = Proportion(Self.observations((0..<10).map { ($0 < 5 ? 10 : 0, 10) }))
        let apart = Proportion(Self.observations((0..<100).map { ($0 < 50 ? 1 : 0, 1) }))
        #expect(together.rate == 0.5 && apart.rate == 0.5)
        // Standard errors of 0.158 and 0.05, so half widths of about 0.31 and 0.1.
        #expect(abs((together.high - together.low) / 2 - 0.31) < 0.05)
        #expect(abs((apart.high - apart.low) / 2 - 0.1) < 0.02)
    }

    @Test func isTheSameEveryTimeInAnyOrder() {
        let observations = Self.observations([(3, 9), (5, 7), (1, 4), (8, 8)])
        #expect(Proportion(observations) == Proportion(observations))
        #expect(Proportion(observations) == Proportion(observations.reversed()))
    }
}
