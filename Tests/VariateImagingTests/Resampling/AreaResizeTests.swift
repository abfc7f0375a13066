import Testing

@testable import VariateImaging

@Suite struct AreaResizeTests {
    private static func floats(_ plane: Plane<UInt8>) -> Plane<Float> {
        Plane(size: plane.size, samples: plane.samples.map(Float.init))
    }

    private static func differ(_ a: [Float], _ b: [Float]) -> Float {
        zip(a, b).map { abs($0 - $1) }.max() ?? 0
    }

    /// OpenCV 5.0.0.93: `cv2.resize(luma.astype(np.float32), size, interpolation=cv2.INTER_AREA)` of the 9×7 pattern, to
    /// 4×3 and to 11×3, where the width grows.
    @Test func equalsOpenCV() {
        let luma = Self.floats(PatternPicture.rgba(9, 7).luma())
        let down = luma.areaResized(to: Size(width: 4, height: 3)).samples
        let mixed = luma.areaResized(to: Size(width: 11, height: 3)).samples
        let expectedDown: [Float] = [
            28.90476, 35.31746, 42, 48.50794, 47.66667, 57.19048, 66.31746, 75.87302, 54.38095, 66.92064, 79.20635,
            91.61905,
        ]
        let expectedMixed: [Float] = [
            25.85714, 28.19048, 30.28571, 32.42857, 34.71429, 37, 40.1746, 42.28571, 44.4762, 46.71429, 48.71429,
            41.42857, 45.09524, 48.36508, 51.38095, 54.30159, 57.85714, 61.15873, 64.71429, 68.06349, 71.11111, 74,
            51.57143, 55.46032, 59.8254, 64.09524, 68.07937, 73.28571, 77.60317, 81.47619, 85.74603, 90.11111, 94,
        ]
        #expect(down.count == expectedDown.count && Self.differ(down, expectedDown) < 1e-3)
        #expect(mixed.count == expectedMixed.count && Self.differ(mixed, expectedMixed) < 1e-3)
    }

    @Test func sameSizeIsTheSamePlane() {
        let plane = Self.floats(PatternPicture.noise(6, 7, seed: 1))
        #expect(plane.areaResized(to: plane.size) == plane)
    }

    @Test func wholeFactorsAreBlockMeans() {
        let plane = Self.floats(PatternPicture.noise(12, 9, seed: 8))
        let actual = plane.areaResized(to: Size(width: 4, height: 3))
        for y in 0..<3 {
            for x in 0..<4 {
                var sum: Float = 0
                for j in 0..<3 { for i in 0..<3 { sum += plane.samples[(3 * y + j) * 12 + 3 * x + i] } }
                #expect(abs(actual.samples[y * 4 + x] - sum / 9) < 1e-3)
            }
        }
    }

    /// Each output sample against the integral of the source over its rectangle.
    @Test func shrinkingMatchesTheIntegral() {
        for (width, height) in [(1, 8), (9, 1), (7, 5), (16, 17), (40, 33)] {
            let plane = Self.floats(PatternPicture.noise(width, height, seed: 6))
            for target in [(1, 1), (3, 4), (6, 5), (13, 16)] where target.0 <= width && target.1 <= height {
                let size = Size(width: target.0, height: target.1)
                let actual = plane.areaResized(to: size)
                #expect(Self.differ(actual.samples, integrated(plane, to: size)) < 1e-3)
            }
        }
    }

    /// Levels must give the very bits of the same levels as floats, whether their weights are exact or not.
    @Test(arguments: [(1, 1), (8, 3), (1, 40), (40, 1), (48, 36), (61, 47), (1024, 9), (1025, 8), (9, 1025)])
    func levelsAreResizedAsFloatsAre(_ width: Int, _ height: Int) {
        let plane = PatternPicture.noise(width, height, seed: 5)
        let floats = Self.floats(plane)
        for side in [1, 2, 3, 8, 9, 24, 120, 192] {
            let targets = [
                Size(width: side, height: side), Size(width: min(side, width), height: min(side, height)),
                Size(width: width, height: min(side, height)), Size(width: min(side, width), height: height),
            ]
            for target in targets { #expect(plane.areaResized(to: target) == floats.areaResized(to: target)) }
        }
    }

    @Test func wholeNumbersAreSummedWhereWeightsAreExact() {
        let native = Size(width: 1024, height: 768)
        for side in [192, 128] {
            let isExact = AreaSums(from: native, to: Size(width: side, height: side)) != nil
            #expect(isExact == (side == 192))
        }
        #expect(AreaSums(from: native, to: Size(width: 2048, height: 192)) == nil)
        #expect(AreaSums(from: Size(width: 8, height: 5000), to: Size(width: 8, height: 1)) == nil)
    }

    @Test func growingInterpolatesWithinTheRange() {
        let plane = Plane<Float>(size: Size(width: 2, height: 1), samples: [10, 20])
        #expect(plane.areaResized(to: Size(width: 4, height: 1)).samples == [10, 10, 20, 20])
        #expect(plane.areaResized(to: Size(width: 3, height: 2)).samples == [10, 15, 20, 10, 15, 20])
    }

    private func integrated(_ plane: Plane<Float>, to size: Size) -> [Float] {
        func overlap(_ output: Int, _ outputs: Int, _ input: Int, _ inputs: Int) -> Double {
            let scale = Double(inputs) / Double(outputs)
            let start = max(Double(output) * scale, Double(input))
            let end = min(Double(output + 1) * scale, Double(input + 1))
            return max(0, end - start) / scale
        }
        var result: [Float] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                var sum = 0.0
                for j in 0..<plane.height {
                    for i in 0..<plane.width {
                        sum +=
                            overlap(y, size.height, j, plane.height) * overlap(x, size.width, i, plane.width)
                            * Double(plane.samples[j * plane.width + i])
                    }
                }
                result.append(Float(sum))
            }
        }
        return result
    }
}
