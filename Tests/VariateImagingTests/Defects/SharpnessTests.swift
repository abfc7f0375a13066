import Testing

@testable import VariateImaging

@Suite struct SharpnessTests {
    /// The definition, pixel by pixel in double precision.
    static func oracle(_ luma: Plane<Float>) -> (variance: Double, details: [Double], gradients: [Double]) {
        let (width, height) = (luma.width, luma.height)
        func at(_ x: Int, _ y: Int) -> Double {
            Double(luma.samples[DefectFixtures.mirror(y, height) * width + DefectFixtures.mirror(x, width)])
        }
        var laplacian: [Double] = []
        var gradients: [Double] = []
        for y in 0..<height {
            for x in 0..<width {
                laplacian.append(at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y))
                var (dx, dy) = (0.0, 0.0)
                for k in -1...1 {
                    let weight = k == 0 ? 2.0 : 1
                    dx += weight * (at(x + 1, y + k) - at(x - 1, y + k))
                    dy += weight * (at(x + k, y + 1) - at(x + k, y - 1))
                }
                gradients.append((dx * dx + dy * dy).squareRoot() / 4)
            }
        }
        let mean = laplacian.reduce(0, +) / Double(laplacian.count)
        let variance = laplacian.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(laplacian.count)
        let (tileWidth, tileHeight) = (min(16, width), min(16, height))
        var details: [Double] = []
        for tileY in 0..<height / tileHeight {
            for tileX in 0..<width / tileWidth {
                var sum = 0.0
                for y in tileY * tileHeight..<(tileY + 1) * tileHeight {
                    for x in tileX * tileWidth..<(tileX + 1) * tileWidth {
                        sum += laplacian[y * width + x] * laplacian[y * width + x]
                    }
                }
                details.append((sum / Double(tileWidth * tileHeight)).squareRoot())
            }
        }
        return (variance, details, gradients)
    }

    @Test(arguments: DefectFixtures.sizes)
    func equalsItsDefinition(_ size: Size) {
        let luma = Plane<Float>(DefectFixtures.picture(size).luma())
        let sharpness = Sharpness(luma: luma)
        let expected = Self.oracle(luma)
        #expect(abs(sharpness.laplacianVariance - commonLogarithm(expected.variance + 0.1)) < 1e-5)
        let detail95 = commonLogarithm(DefectFixtures.percentile(expected.details, 95) + 0.3)
        let detail98 = commonLogarithm(DefectFixtures.percentile(expected.details, 98) + 0.3)
        #expect(abs(sharpness.detail95 - detail95) < 1e-5)
        #expect(abs(sharpness.detail98 - detail98) < 1e-5)
        let top = DefectFixtures.percentile(expected.gradients, 99.7)
        #expect(abs(sharpness.topGradient - top) < 1e-3)
        #expect(abs(sharpness.topGradientLogarithm - commonLogarithm(top + 1)) < 1e-5)
    }

    @Test func fallsWithBlur() {
        let luma = Plane<Float>(DefectFixtures.picture(Size(width: 96, height: 65)).luma())
        let measures = [0.5, 1, 2, 4].map { Sharpness(luma: luma.gaussianBlurred(sigma: $0)) }
        for (sharper, softer) in zip(measures, measures.dropFirst()) {
            #expect(sharper.laplacianVariance > softer.laplacianVariance)
            #expect(sharper.detail95 > softer.detail95)
            #expect(sharper.topGradient > softer.topGradient)
        }
    }
}
