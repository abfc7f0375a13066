import Testing

@testable import VariateImaging

@Suite struct OrderStatisticsTests {
    @Test(arguments: [1, 2, 3, 4, 10, 101, 1000], [0.0, 5, 20, 50, 95, 99.7, 100])
    func equalsSorting(_ count: Int, _ percent: Double) {
        for spread in [3, 100_000] {
            let values = (0..<count).map { Float(DefectFixtures.hash($0, seed: spread) % spread) }
            let expected = DefectFixtures.percentile(values.map { Double($0) }, percent)
            #expect(abs(OrderStatistics.percentile(values, percent) - expected) < 1e-9 * max(1, expected))
        }
    }

    @Test func ofLevelsEqualsThatOfSamples() {
        let samples = (0..<777).map { DefectFixtures.hash($0, seed: 5) % 256 }
        var histogram = [Int](repeating: 0, count: 256)
        for sample in samples { histogram[sample] += 1 }
        for percent in [0.0, 1, 37, 95, 100] {
            let expected = DefectFixtures.percentile(samples.map { Double($0) }, percent)
            #expect(abs(OrderStatistics.percentile(histogram: histogram, percent) - expected) < 1e-9)
        }
    }

    /// numpy 2.4: np.percentile([3, 1, 4, 1, 5, 9, 2, 6], 30) == 2.1, of 99.7 == 8.937 and of 50 == 3.5.
    @Test func equalsNumPy() {
        let values: [Float] = [3, 1, 4, 1, 5, 9, 2, 6]
        #expect(abs(OrderStatistics.percentile(values, 30) - 2.1) < 1e-6)
        #expect(abs(OrderStatistics.percentile(values, 99.7) - 8.937) < 1e-6)
        #expect(OrderStatistics.percentile(values, 50) == 3.5)
        #expect(OrderStatistics.percentile([], 50) == 0)
    }
}
