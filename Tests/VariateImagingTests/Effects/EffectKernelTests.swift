import Testing

@testable import VariateImaging

@Suite("Effect kernels")
struct EffectKernelTests {
    private func plane(_ width: Int, _ height: Int, seed: UInt64 = 5) -> Plane<Float> {
        LatticeNoise(seed: seed).grain(size: Size(width: width, height: height))
    }

    /// The slow, obvious mean.
    private func oracleBox(_ plane: Plane<Float>, _ radius: Int) -> [Double] {
        var result: [Double] = []
        for y in 0..<plane.height {
            for x in 0..<plane.width {
                var sum = 0.0
                for dy in -radius...radius {
                    for dx in -radius...radius {
                        let row = max(0, min(plane.height - 1, y + dy))
                        let column = max(0, min(plane.width - 1, x + dx))
                        sum += Double(plane.samples[row * plane.width + column])
                    }
                }
                result.append(sum / Double((2 * radius + 1) * (2 * radius + 1)))
            }
        }
        return result
    }

    @Test("Box means equal the slow ones, also where the box is larger than the plane")
    func boxMean() {
        for (width, height) in [(1, 1), (1, 9), (7, 1), (5, 4), (17, 13)] {
            for radius in [1, 2, 6, 20] {
                let plane = plane(width, height)
                let result = plane.boxMean(radius: radius)
                for (value, expected) in zip(result.samples, oracleBox(plane, radius)) {
                    #expect(abs(Double(value) - expected) < 1e-5)
                }
            }
        }
    }

    @Test("Three boxes have nearly the variance that was asked for")
    func boxRadii() {
        for sigma in [1.0, 1.7, 2.5, 4.0, 9.3, 30] {
            let variance = Plane<Float>.boxRadii(sigma: sigma).reduce(0.0) { sum, radius in
                let side = Double(2 * radius + 1)
                return sum + (side * side - 1) / 12
            }
            #expect(abs(variance.squareRoot() - sigma) < 0.25)
        }
    }

    @Test("Enlarging keeps flat planes flat and ends in range; reducing keeps the mean")
    func scaling() {
        let flat = Plane<Float>(size: Size(width: 3, height: 2), repeating: 0.25)
        #expect(flat.enlarged(to: Size(width: 11, height: 7)).samples.allSatisfy { $0 == 0.25 })
        let noise = plane(64, 32)
        let small = noise.reduced(toLongestSide: 16)
        #expect(small.size == Size(width: 16, height: 8))
        let mean = noise.samples.reduce(0, +) / Float(noise.samples.count)
        #expect(abs(small.samples.reduce(0, +) / Float(small.samples.count) - mean) < 1e-5)
    }

    @Test("The guided filter smooths noise and keeps a step")
    func guided() {
        let noise = plane(40, 20)
        var step = noise
        for i in 0..<step.samples.count { step.samples[i] = noise.samples[i] * 0.05 + (i % 40 < 20 ? 0 : 1) }
        let result = step.guided(by: step, radius: 3, epsilon: 0.01)
        let row = 10 * 40
        #expect(result.samples[row + 5] < 0.05)
        #expect(result.samples[row + 19] < 0.12)
        #expect(result.samples[row + 20] > 0.88)
    }

    @Test("Smoothing within edges flattens texture and keeps a step")
    func edgePreserving() {
        let noise = plane(48, 24)
        var step = noise
        for i in 0..<step.samples.count { step.samples[i] = noise.samples[i] * 0.06 + (i % 48 < 24 ? 0.2 : 0.8) }
        let planes = ColorPlanes(red: step, green: step, blue: step)
        let result = planes.smoothedWithinEdges(spatial: 12, range: 0.4)
        let row = 12 * 48
        #expect(abs(result.red[row + 22] - 0.2) < 0.05)
        #expect(abs(result.red[row + 25] - 0.8) < 0.05)
        func roughness(_ samples: [Float]) -> Float {
            (1..<20).reduce(0) { $0 + abs(samples[row + $1] - samples[row + $1 - 1]) }
        }
        #expect(roughness(result.red) < 0.3 * roughness(step.samples))
    }

    @Test("The transfer table is within 0.02 of a level of the curve")
    func transfer() {
        for step in 0...1000 {
            let light = Double(step) / 1000
            let exact = TransferCurve.encoded(light) * 255
            #expect(abs(Double(TransferCurve.encoded(Float(light), TransferCurve.encoding)) * 255 - exact) < 0.02)
        }
        for level in 0...255 {
            let encoded = TransferCurve.encoded(TransferCurve.linear[level], TransferCurve.encoding)
            #expect(Int((encoded * 255).rounded()) == level)
        }
    }

    @Test("OkLab is undone by its inverse, and grey has no chroma")
    func okLab() {
        for colour in [SIMD3(0.2, 0.5, 0.9), SIMD3(1, 0, 0), SIMD3(0, 0, 0.01), SIMD3(0.5, 0.5, 0.5)] {
            let back = OkLab.linear(lab: OkLab.lab(linear: colour))
            #expect((back - colour).max() < 1e-5 && (colour - back).max() < 1e-5)
        }
        // Ottosson's own check values, to three places: the red primary.
        let red = OkLab.lab(linear: SIMD3(1, 0, 0))
        #expect(abs(red.x - 0.628) < 1e-3 && abs(red.y - 0.225) < 1e-3 && abs(red.z - 0.126) < 1e-3)
        let grey = OkLab.lab(linear: SIMD3(repeating: 0.3))
        #expect(abs(grey.y) < 1e-4 && abs(grey.z) < 1e-4)
    }

    @Test("Gamut mapping keeps what is inside and brings the rest in at its luminance")
    func gamut() {
        #expect(Gamut.mapped(SIMD3(0.2, 0.4, 0.6)) == SIMD3(0.2, 0.4, 0.6))
        for colour in [SIMD3(1.4, 0.2, 0.1), SIMD3(-0.2, 0.5, 0.5), SIMD3(0.9, 1.2, -0.3), SIMD3(2, 2, 2)] {
            let mapped = Gamut.mapped(colour)
            #expect(mapped.min() >= 0 && mapped.max() <= 1)
            let luminance = min(1, (colour * Luminance.weights).sum())
            #expect(abs((mapped * Luminance.weights).sum() - luminance) < 1e-9)
        }
    }

    @Test("The colour table agrees with the transform within one level")
    func lookup() {
        var grade = ColorGrade()
        grade.temperature = 5000
        grade.contrast = 1.2
        grade.saturation = 1.1
        let image = TestPicture.scene(width: 60, height: 40)
        let exact = grade.applied(to: image)
        let tabulated = ColorLookup(grade.transform()).applied(to: image)
        for (a, b) in zip(exact.samples, tabulated.samples) { #expect(abs(Int(a) - Int(b)) <= 2) }
    }

    @Test("A neutral grade changes nothing, and adaptation keeps grey's luminance")
    func neutralGrade() {
        let image = TestPicture.scene(width: 30, height: 20)
        for (a, b) in zip(ColorGrade().applied(to: image).samples, image.samples) { #expect(abs(Int(a) - Int(b)) <= 1) }
        let warm = ChromaticAdaptation(from: 6504, to: 4000).applied(to: SIMD3(repeating: 0.5))
        #expect(abs((warm * Luminance.weights).sum() - 0.5) < 1e-6)
        #expect(warm.x > warm.y && warm.y > warm.z)
    }

    @Test("SplitMix64's sequence is the published one")
    func splitMix() {
        // First outputs for seed 1234567, as listed with the reference implementation (Vigna, prng.di.unimi.it).
        var random = SplitMix64(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        #expect(random.next() == 9_817_491_932_198_370_423)
        for bound in [1, 2, 7, 1000] {
            for _ in 0..<50 { #expect((0..<bound).contains(random.next(below: bound))) }
        }
    }

    @Test("The median cut and k-means find the colours of a picture made of three")
    func dominantColors() {
        var image = Image(size: Size(width: 60, height: 30), red: 200, green: 30, blue: 30)
        for y in 0..<30 {
            for x in 20..<60 {
                let at = 4 * (y * 60 + x)
                image.samples[at] = x < 40 ? 30 : 240
                image.samples[at + 1] = x < 40 ? 60 : 240
                image.samples[at + 2] = x < 40 ? 200 : 240
            }
        }
        let colours = image.dominantColors(3)
        #expect(colours.count == 3)
        for expected in [SIMD3(200.0, 30, 30), SIMD3(30, 60, 200), SIMD3(240, 240, 240)] {
            let lab = OkLab.lab(encoded: expected / 255)
            #expect(colours.contains { (($0 - lab) * ($0 - lab)).sum() < 1e-4 })
        }
    }
}
