import Testing

@testable import VariateImaging

@Suite struct LaplacianTests {
    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheDirectSum(size: Size) {
        let plane = EdgeFixtures.random(size, seed: 7)
        let laplacian = plane.laplacian()
        var values: [Double] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                func level(_ i: Int, _ j: Int) -> Int { Int(plane.mirroredAt(x + i, y + j)) }
                let expected = level(-1, 0) + level(1, 0) + level(0, -1) + level(0, 1) - 4 * level(0, 0)
                #expect(laplacian.at(x, y) == Int16(expected))
                values.append(Double(expected))
            }
        }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        #expect(abs(plane.laplacianVariance() - variance) <= 1e-12 * variance)
    }

    /// opencv-python 5.0.0.93: `cv2.Laplacian(plane, cv2.CV_64F).var()`.
    @Test func knownAnswers() {
        #expect(abs(EdgeFixtures.patternLuma.laplacianVariance() / 25320.504052171298 - 1) < 1e-13)
        #expect(abs(EdgeFixtures.patternRed.laplacianVariance() / 112879.42344699473 - 1) < 1e-13)
    }

    @Test(arguments: EdgeFixtures.sizes)
    func flatPlanesHaveNone(size: Size) {
        for level: UInt8 in [0, 119, 255] {
            #expect(Plane<UInt8>(size: size, repeating: level).laplacianVariance() == 0)
        }
    }

    /// A board of extremes whose row is longer than the 32-bit sums can hold.
    @Test(arguments: [2047, 2048, 2049, 4097])
    func longRowsDoNotOverflow(width: Int) {
        let plane = EdgeFixtures.plane(width, 3) { x, y in (x + y) % 2 * 255 }
        let pixels = width * 3
        #expect(plane.laplacianMoments().count == pixels)
        #expect(plane.laplacianMoments().sumOfSquares == pixels * 1020 * 1020)
    }
}
