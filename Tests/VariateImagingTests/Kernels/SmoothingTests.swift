import Testing

@testable import VariateImaging

@Suite struct GaussianBlurTests {
    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheDirectSum(size: Size) {
        let plane = Plane<Float>(EdgeFixtures.random(size, seed: 1))
        for sigma in [0.4, 1.0, 2.3] {
            let blurred = plane.gaussianBlurred(sigma: sigma)
            let radius = Int((8 * sigma + 1).rounded()) / 2
            let taps = (-radius...radius).map { exponential(-Double($0 * $0) / (2 * sigma * sigma)) }
            let total = taps.reduce(0, +)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = 0.0
                    for j in -radius...radius {
                        for i in -radius...radius {
                            sum += taps[j + radius] * taps[i + radius] * Double(plane.mirroredAt(x + i, y + j))
                        }
                    }
                    // Two passes of at most 2 · 10 rounded additions of values below 256.
                    #expect(abs(Double(blurred.at(x, y)) - sum / (total * total)) < 3e-4)
                }
            }
        }
    }

    /// opencv-python 5.0.0.93: `cv2.GaussianBlur(r.astype(np.float32), (0, 0), 1.0)` at four pixels.
    @Test func knownAnswers() {
        let blurred = Plane<Float>(EdgeFixtures.patternRed).gaussianBlurred(sigma: 1)
        let expected: [(Int, Int, Float)] = [
            (0, 0, 19.104683), (22, 0, 114.57773), (11, 8, 132.69321), (5, 16, 133.82146),
        ]
        for (x, y, value) in expected { #expect(abs(blurred.at(x, y) - value) < 1e-4) }
    }

    @Test func keepsFlatPlanes() {
        let flat = Plane<Float>(size: Size(width: 9, height: 4), repeating: 119)
        for value in flat.gaussianBlurred(sigma: 3).samples { #expect(abs(value - 119) < 1e-4) }
    }

    /// More blur, less sharpness: for any picture, however it was made.
    @Test(arguments: [
        EdgeFixtures.random(Size(width: 61, height: 47), seed: 2),
        EdgeFixtures.smoothNoise(Size(width: 80, height: 60), seed: 3, sigma: 2),
        EdgeFixtures.patternLuma,
    ])
    func lowersSharpnessMonotonically(plane: Plane<UInt8>) {
        var last = plane.laplacianVariance()
        for sigma in stride(from: 0.5, through: 4, by: 0.5) {
            let blurred = Plane<UInt8>(rounding: Plane<Float>(plane).gaussianBlurred(sigma: sigma))
            let sharpness = blurred.laplacianVariance()
            #expect(sharpness < last, "σ \(sigma)")
            last = sharpness
        }
    }
}

@Suite struct BoxBlurTests {
    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheDirectMean(size: Size) {
        let plane = Plane<Float>(EdgeFixtures.random(size, seed: 4))
        for radius in [0, 1, 2, 7] {
            let blurred = plane.boxBlurred(radius: radius)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = 0.0
                    for j in -radius...radius {
                        for i in -radius...radius { sum += Double(plane.mirroredAt(x + i, y + j)) }
                    }
                    let side = Double(2 * radius + 1)
                    // The sums are whole numbers in double precision: only the rounding to single is left.
                    #expect(abs(Double(blurred.at(x, y)) - sum / (side * side)) < 1e-5)
                }
            }
        }
    }

    @Test(arguments: EdgeFixtures.sizes)
    func repeatsTheBorderWhenAsked(size: Size) {
        let plane = Plane<Float>(EdgeFixtures.random(size, seed: 5))
        for radius in [1, 2, 20] {
            let blurred = plane.boxBlurred(radius: radius, border: .repeated)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var sum = 0.0
                    for j in -radius...radius {
                        let row = max(0, min(y + j, size.height - 1))
                        for i in -radius...radius {
                            sum += Double(plane.at(max(0, min(x + i, size.width - 1)), row))
                        }
                    }
                    let side = Double(2 * radius + 1)
                    #expect(abs(Double(blurred.at(x, y)) - sum / (side * side)) < 1e-4)
                }
            }
        }
    }

    /// opencv-python 5.0.0.93: `cv2.blur(r.astype(np.float32), (5, 5))` at four pixels.
    @Test func knownAnswers() {
        let blurred = Plane<Float>(EdgeFixtures.patternRed).boxBlurred(radius: 2)
        let expected: [(Int, Int, Float)] = [(0, 0, 36.8), (22, 0, 152), (11, 8, 135.24), (5, 16, 147.24)]
        for (x, y, value) in expected { #expect(abs(blurred.at(x, y) - value) < 2e-5) }
    }
}

@Suite struct MedianFilterTests {
    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheSortedMiddle(size: Size) {
        for levels in [2, 256] {
            let plane = EdgeFixtures.random(size, seed: 5, levels: levels)
            let filtered = plane.median3x3()
            let filteredFloat = Plane<Float>(plane).median3x3()
            for y in 0..<size.height {
                for x in 0..<size.width {
                    var window: [UInt8] = []
                    for j in -1...1 { for i in -1...1 { window.append(plane.clampedAt(x + i, y + j)) } }
                    #expect(filtered.at(x, y) == window.sorted()[4])
                    #expect(filteredFloat.at(x, y) == Float(window.sorted()[4]))
                }
            }
        }
    }

    /// opencv-python 5.0.0.93: `cv2.medianBlur(r, 3)` at four pixels.
    @Test func knownAnswers() {
        let filtered = EdgeFixtures.patternRed.median3x3()
        #expect([filtered.at(0, 0), filtered.at(22, 0), filtered.at(11, 8), filtered.at(5, 16)] == [7, 60, 129, 128])
    }
}

@Suite struct SobelGradientTests {
    @Test(arguments: EdgeFixtures.sizes)
    func equalsTheMasks(size: Size) {
        let plane = Plane<Float>(EdgeFixtures.random(size, seed: 6))
        let gradient = SobelGradient(of: plane)
        let magnitude = gradient.magnitude()
        let weights: [Float] = [1, 2, 1]
        for y in 0..<size.height {
            for x in 0..<size.width {
                var horizontal: Float = 0
                var vertical: Float = 0
                for k in -1...1 {
                    horizontal += weights[k + 1] * (plane.mirroredAt(x + 1, y + k) - plane.mirroredAt(x - 1, y + k))
                    vertical += weights[k + 1] * (plane.mirroredAt(x + k, y + 1) - plane.mirroredAt(x + k, y - 1))
                }
                #expect(gradient.horizontal.at(x, y) == horizontal)
                #expect(gradient.vertical.at(x, y) == vertical)
                #expect(magnitude.at(x, y) == (horizontal * horizontal + vertical * vertical).squareRoot())
            }
        }
    }

    /// opencv-python 5.0.0.93: `cv2.Sobel(r, cv2.CV_32F, 1, 0)` and `(…, 0, 1)` at (11, 8) and (5, 16).
    @Test func knownAnswers() {
        let gradient = SobelGradient(of: Plane<Float>(EdgeFixtures.patternRed))
        #expect([gradient.horizontal.at(11, 8), gradient.horizontal.at(5, 16)] == [-240, 156])
        #expect([gradient.vertical.at(11, 8), gradient.vertical.at(5, 16)] == [288, 0])
    }
}

@Suite struct PlaneConversionTests {
    @Test func roundsHalvesToEvenAndClamps() {
        let plane = Plane<Float>(
            size: Size(width: 8, height: 1), samples: [-3, 0.5, 1.5, 1.51, 254.5, 255.4, 300, .infinity])
        #expect(Plane<UInt8>(rounding: plane).samples == [0, 0, 2, 2, 254, 255, 255, 255])
    }

    @Test func keepsEveryLevel() {
        let levels = Plane(size: Size(width: 256, height: 1), samples: (0...255).map(UInt8.init))
        #expect(Plane<UInt8>(rounding: Plane<Float>(levels)) == levels)
    }
}
