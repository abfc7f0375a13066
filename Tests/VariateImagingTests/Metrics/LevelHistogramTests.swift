import Testing

@testable import VariateImaging

@Suite struct LevelHistogramTests {
    /// Pillow 13.0.0: `ImageStat.Stat(pattern)`.
    @Test func knownAnswers() {
        let bands = (0..<3).map { LevelHistogram(EdgeFixtures.pattern, channel: $0) }
        let means = [127.64450127877238, 127.03580562659846, 116.37851662404093]
        let variances = [5469.200986388106, 5436.8273624583835, 5291.212223886553]
        for (band, (mean, variance)) in zip(bands, zip(means, variances)) {
            #expect(abs(band.mean - mean) < 1e-12)
            #expect(abs(band.variance - variance) < 1e-9)
            #expect(band.standardDeviation == band.variance.squareRoot())
        }
        #expect(bands.map(\.median) == [127, 127, 112])
        #expect(bands.map(\.extrema) == [0...255, 0...254, 0...252])
        #expect(LevelHistogram(EdgeFixtures.pattern, channel: 3).extrema == 255...255)
    }

    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheDirectSums(size: Size) {
        let plane = EdgeFixtures.random(size, seed: 12)
        let histogram = LevelHistogram(plane)
        let values = plane.samples.map(Double.init)
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        #expect(abs(histogram.mean - mean) < 1e-12)
        #expect(abs(histogram.variance - variance) < 1e-9)
        let sorted = plane.samples.sorted()
        #expect(histogram.median == Int(sorted[sorted.count / 2]))
        #expect(histogram.level(below: 0) == Int(sorted[0]))
        #expect(histogram.level(below: 0.9) == Int(sorted[Int(0.9 * Double(sorted.count))]))
        #expect(histogram.extrema == Int(sorted[0])...Int(sorted[sorted.count - 1]))
    }

    @Test func flatPlanesDoNotVary() {
        let histogram = LevelHistogram(Plane<UInt8>(size: Size(width: 33, height: 7), repeating: 201))
        #expect(histogram.variance == 0)
        #expect(histogram.mean == 201)
        #expect(histogram.extrema == 201...201)
    }
}

@Suite struct IntegerMomentsTests {
    /// Values 10⁶ and 10⁶ + 1 in equal numbers: squares of the mean swamp a variance of ¼ in floating point.
    @Test func smallVariancesSurviveLargeMeans() {
        var moments = IntegerMoments()
        let count = 500_000
        let (low, high) = (1_000_000, 1_000_001)
        moments.add(count: 2 * count, sum: count * (low + high), sumOfSquares: count * (low * low + high * high))
        #expect(moments.mean == 1_000_000.5)
        #expect(moments.variance == 0.25)
        #expect(moments.standardDeviation == 0.5)
    }
}
