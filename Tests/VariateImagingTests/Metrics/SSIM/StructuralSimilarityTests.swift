import Testing

@testable import VariateImaging

@Suite struct StructuralSimilarityTests {
    private let red = PatternPicture.channel(0, 201, 180)
    private let green = PatternPicture.channel(1, 201, 180)
    private var halved: Plane<UInt8> { Plane(size: red.size, samples: red.samples.map { $0 / 2 + 30 }) }

    /// scikit-image 0.26.0 `structural_similarity` of the 201×180 pattern's red with its green and with red // 2 + 30; the
    /// Gaussian one with `gaussian_weights=True, sigma=1.5, use_sample_covariance=False`; MS-SSIM from the paper's
    /// definition with SciPy 1.17 (`multi_scale` in Tests/Reference/test_ssim.py).
    @Test func meansEqualTheReferences() throws {
        #expect(abs(try #require(StructuralSimilarity.mean(red, green)) - 0.007436704548014925) < 1e-9)
        #expect(abs(try #require(StructuralSimilarity.mean(red, halved)) - 0.7711410152727782) < 1e-9)
        #expect(abs(try #require(StructuralSimilarity.gaussianMean(red, green)) - 0.010038679611685166) < 1e-9)
        #expect(abs(try #require(StructuralSimilarity.gaussianMean(red, halved)) - 0.7752497575071667) < 1e-9)
        #expect(abs(try #require(StructuralSimilarity.multiScale(red, green)) - 0.030356694283690134) < 1e-9)
        #expect(abs(try #require(StructuralSimilarity.multiScale(red, halved)) - 0.8079161644619681) < 1e-9)
    }

    /// The same call with `full=True`, at the corners and in the middle.
    @Test func mapsEqualTheReferences() throws {
        let positions = [0, 200, 90 * 201 + 100, 179 * 201 + 3]
        let uniform = try #require(StructuralSimilarity.map(red, green))
        let gaussian = try #require(StructuralSimilarity.gaussianMap(red, green))
        #expect(uniform.size == red.size && gaussian.size == red.size)
        let expectedUniform: [Float] = [0.34118649, 0.14583434, -0.02050312, -0.12102494]
        let expectedGaussian: [Float] = [0.23380797, 0.15643038, -0.06626093, -0.00312868]
        for (i, position) in positions.enumerated() {
            #expect(abs(uniform.samples[position] - expectedUniform[i]) < 1e-6)
            #expect(abs(gaussian.samples[position] - expectedGaussian[i]) < 1e-6)
        }
    }

    @Test func smallPicturesNeedASmallerWindow() throws {
        let a = PatternPicture.channel(0, 6, 5)
        let b = PatternPicture.channel(1, 6, 5)
        #expect(StructuralSimilarity.mean(a, b) == nil)
        #expect(StructuralSimilarity.map(a, b) == nil)
        #expect(StructuralSimilarity.gaussianMean(a, b) == nil)
        #expect(StructuralSimilarity.gaussianMap(a, b) == nil)
        #expect(StructuralSimilarity.multiScale(a, b) == nil)
        #expect(StructuralSimilarity.largestWindow(for: a.size) == 5)
        // scikit-image 0.26.0 with win_size=5.
        let similarity = try #require(StructuralSimilarity.mean(a, b, window: 5))
        #expect(abs(similarity - 0.46681711905046785) < 1e-9)
    }

    @Test func windowOfOnePixelComparesValues() throws {
        let a = Plane<UInt8>(size: Size(width: 1, height: 3), samples: [0, 100, 255])
        let b = Plane<UInt8>(size: Size(width: 1, height: 3), samples: [0, 50, 255])
        let c1 = StructuralSimilarity.c1
        let middle = (2 * 100 * 50 + c1) / (100 * 100 + 50 * 50 + c1)
        #expect(StructuralSimilarity.largestWindow(for: a.size) == 1)
        #expect(abs(try #require(StructuralSimilarity.mean(a, b, window: 1)) - (2 + middle) / 3) < 1e-12)
    }

    @Test(arguments: [(7, 7), (8, 7), (9, 13), (31, 17), (40, 41)])
    func matchesTheDefinition(width: Int, height: Int) throws {
        let a = PatternPicture.noise(width, height, seed: 1)
        let b = PatternPicture.channel(2, width, height)
        for window in [1, 3, 5, 7] {
            let weights = [Double](repeating: 1 / Double(window), count: window)
            let n = Double(window * window)
            let expected = direct(a, b, weights: weights, covarianceScale: window == 1 ? 0 : n / (n - 1))
            #expect(abs(try #require(StructuralSimilarity.mean(a, b, window: window)) - expected) < 1e-9)
        }
        guard min(width, height) >= 11 else { return }
        let expected = direct(a, b, weights: WeightedWindow.gaussian.weights, covarianceScale: 1)
        #expect(abs(try #require(StructuralSimilarity.gaussianMean(a, b)) - expected) < 1e-9)
    }

    @Test func isSymmetricAndExactlyOneForItself() {
        for seed: UInt64 in 1...4 {
            let a = PatternPicture.photograph(side: 176, seed: seed)
            let b = PatternPicture.rotated(a, degrees: 2)
            #expect(StructuralSimilarity.mean(a, a) == 1)
            #expect(StructuralSimilarity.gaussianMean(a, a) == 1)
            #expect(StructuralSimilarity.multiScale(a, a) == 1)
            #expect(StructuralSimilarity.map(a, a)?.samples.allSatisfy { $0 == 1 } == true)
            #expect(StructuralSimilarity.mean(a, b) == StructuralSimilarity.mean(b, a))
            #expect(StructuralSimilarity.gaussianMean(a, b) == StructuralSimilarity.gaussianMean(b, a))
            #expect(StructuralSimilarity.multiScale(a, b) == StructuralSimilarity.multiScale(b, a))
        }
    }

    @Test func fallsAsNoiseGrows() throws {
        let picture = PatternPicture.photograph(side: 96, seed: 12)
        let noise = PatternPicture.noise(96, 96, seed: 3)
        var last = 1.0
        for strength in [1, 2, 4, 8] {
            let noisy = Plane(
                size: picture.size,
                samples: zip(picture.samples, noise.samples).map { sample, grain in
                    UInt8(min(max(Int(sample) + (Int(grain) - 128) * strength / 16, 0), 255))
                })
            let similarity = try #require(StructuralSimilarity.mean(picture, noisy))
            #expect(similarity < last)
            last = similarity
        }
        #expect(last > 0)
    }

    @Test func flatPicturesCompareTheirMeans() throws {
        let size = Size(width: 12, height: 9)
        let black = Plane<UInt8>(size: size, repeating: 0)
        let white = Plane<UInt8>(size: size, repeating: 255)
        let c1 = StructuralSimilarity.c1
        #expect(abs(try #require(StructuralSimilarity.mean(black, white)) - c1 / (255 * 255 + c1)) < 1e-15)
    }

    @Test func fractionalSamplesAgreeWithBytes() throws {
        let a = PatternPicture.noise(23, 19, seed: 7)
        let b = PatternPicture.photograph(side: 23, seed: 7)
        let c = Plane(size: a.size, samples: Array(b.samples.prefix(23 * 19)))
        let bytes = try #require(StructuralSimilarity.map(a, c))
        let floats = try #require(
            StructuralSimilarity.map(
                Plane<Float>(size: a.size, samples: a.samples.map(Float.init)),
                Plane<Float>(size: c.size, samples: c.samples.map(Float.init))))
        for (x, y) in zip(bytes.samples, floats.samples) { #expect(abs(x - y) < 1e-6) }
    }

    @Test func mirroringRepeatsTheEdge() {
        let plane = Plane<UInt8>(size: Size(width: 3, height: 2), samples: [1, 2, 3, 4, 5, 6])
        #expect(
            plane.mirrored(by: 2).samples == [
                5, 4, 4, 5, 6, 6, 5, 2, 1, 1, 2, 3, 3, 2, 2, 1, 1, 2, 3, 3, 2, 5, 4, 4, 5, 6, 6, 5, 5, 4, 4, 5, 6, 6, 5,
                2, 1, 1, 2, 3, 3, 2,
            ])
    }

    /// The paper's formula, window by window, variances about the mean.
    private func direct(
        _ a: Plane<UInt8>, _ b: Plane<UInt8>, weights: [Double], covarianceScale: Double
    ) -> Double {
        let side = weights.count
        var total = 0.0
        var count = 0.0
        for top in 0...(a.height - side) {
            for left in 0...(a.width - side) {
                var window: [(weight: Double, a: Double, b: Double)] = []
                for j in 0..<side {
                    for i in 0..<side {
                        let position = (top + j) * a.width + left + i
                        window.append(
                            (weights[j] * weights[i], Double(a.samples[position]), Double(b.samples[position])))
                    }
                }
                let meanA = window.reduce(0) { $0 + $1.weight * $1.a }
                let meanB = window.reduce(0) { $0 + $1.weight * $1.b }
                var (vA, vB, vAB) = (0.0, 0.0, 0.0)
                for item in window {
                    vA += covarianceScale * item.weight * (item.a - meanA) * (item.a - meanA)
                    vB += covarianceScale * item.weight * (item.b - meanB) * (item.b - meanB)
                    vAB += covarianceScale * item.weight * (item.a - meanA) * (item.b - meanB)
                }
                let c1 = 6.5025
                let c2 = 58.5225
                total +=
                    (2 * meanA * meanB + c1) * (2 * vAB + c2)
                    / ((meanA * meanA + meanB * meanB + c1) * (vA + vB + c2))
                count += 1
            }
        }
        return total / count
    }
}
