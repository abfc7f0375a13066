import Testing

@testable import VariateImaging

@Suite("Effect kernels")
struct EffectKernelTests {
    private func plane(_ width: Int, _ height: Int, seed: UInt64 = 5) -> Plane<Float> {
        LatticeNoise(seed: seed).grain(size: Size(width: width, height: height))
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
        let result = GuidedModel(fitting: step, to: step, radius: 3, epsilon: 0.01).applied(to: step)
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
        #expect(SplitMix64.word(1_234_567, at: 1) == 6_457_827_717_110_365_317)
        #expect(SplitMix64.word(1_234_567, at: 3) == 9_817_491_932_198_370_423)
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

    @Test("Despeckling calms lone pixels and leaves lines and edges alone")
    func despeckling() {
        var image = Image(size: Size(width: 40, height: 30), red: 60, green: 60, blue: 60)
        func paint(_ x: Int, _ y: Int, _ level: UInt8) {
            for channel in 0..<3 { image.samples[4 * (y * 40 + x) + channel] = level }
        }
        for y in 0..<30 { for x in 20..<40 { paint(x, y, 200) } }
        let edge = image
        #expect(edge.speckleShare() == 0)
        #expect(edge.despeckled() == edge)
        paint(8, 9, 250)
        #expect(abs(image.speckleShare() - 1.0 / 1200) < 1e-9)
        let calm = image.despeckled(limit: 56)
        #expect(calm.samples[4 * (9 * 40 + 8)] == 116)
        #expect(calm.speckleShare() == 0)
        #expect(TestPicture.scene(width: 1, height: 1).despeckled().size == Size(width: 1, height: 1))
    }

    @Test("Hidden colours are replaced, visible ones and alpha stay")
    func transparencyFill() {
        var image = Image(size: Size(width: 60, height: 40), red: 0, green: 0, blue: 0, alpha: 0)
        for y in 10..<30 {
            for x in 20..<40 {
                image.samples.replaceSubrange(4 * (y * 60 + x)..<4 * (y * 60 + x) + 4, with: [200, 90, 40, 255])
            }
        }
        let filled = image.filledUnderTransparency()
        for i in 0..<image.size.pixelCount {
            #expect(filled.samples[4 * i + 3] == image.samples[4 * i + 3])
            #expect(abs(Int(filled.samples[4 * i]) - 200) <= 2)
            #expect(abs(Int(filled.samples[4 * i + 2]) - 40) <= 2)
        }
        let opaque = TestPicture.scene(width: 20, height: 20)
        #expect(opaque.filledUnderTransparency() == opaque)
        let hidden = Image(size: Size(width: 3, height: 3), red: 9, green: 9, blue: 9, alpha: 0)
        #expect(hidden.filledUnderTransparency().samples[0] == 128)
    }

    @Test("Crisping steepens an edge within its limit and leaves flat areas")
    func crisping() {
        var image = Image(size: Size(width: 30, height: 10), red: 80, green: 80, blue: 80)
        for y in 0..<10 {
            for x in 15..<30 { for channel in 0..<3 { image.samples[4 * (y * 30 + x) + channel] = 160 } }
        }
        let result = image.crisped(sigma: 1, amount: 0.5)
        #expect(result.samples[4 * (5 * 30 + 14)] < 80 && result.samples[4 * (5 * 30 + 14)] >= 56)
        #expect(result.samples[4 * (5 * 30 + 15)] > 160)
        #expect(result.samples[4 * (5 * 30 + 3)] == 80)
    }

    @Test("Cropping to a shape keeps as much as it can, around the centre where it can")
    func aspectCrop() {
        let image = TestPicture.scene(width: 60, height: 40)
        #expect(image.cropped(toAspectRatio: 1, around: SIMD2(0.5, 0.5)).size == Size(width: 40, height: 40))
        #expect(image.cropped(toAspectRatio: 3, around: SIMD2(0.5, 0.9)).size == Size(width: 60, height: 20))
        let right = image.cropped(toAspectRatio: 1, around: SIMD2(1, 0.5))
        #expect(right.samples[0] == image.samples[4 * 20])
    }
}
