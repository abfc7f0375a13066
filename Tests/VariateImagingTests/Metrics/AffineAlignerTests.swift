import Testing

@testable import VariateImaging

@Suite struct AffineAlignerTests {
    static let side = 128

    /// Smooth hills, sampled where an affine map in units of the side sends each pixel.
    static func hills(_ p: [Double], seed: Int = 1) -> Plane<Float> {
        var samples: [Float] = []
        for y in 0..<side {
            for x in 0..<side {
                let (u, v) = ((Double(x) + 0.5) / Double(side) - 0.5, (Double(y) + 0.5) / Double(side) - 0.5)
                let (s, t) = (u + p[0] * u + p[1] * v + p[2], v + p[3] * u + p[4] * v + p[5])
                var level = 128.0
                for k in 1...6 {
                    let phase = Double(DefectFixtures.hash(k, seed: seed) % 628) / 100
                    level += 18 * sine(Double(k) * 3.1 * s + phase) * cosine(Double(7 - k) * 3.7 * t + 2 * phase)
                }
                samples.append(Float(level))
            }
        }
        return Plane(size: Size(width: side, height: side), samples: samples)
    }

    static let still = [0.0, 0, 0, 0, 0, 0]

    @Test(arguments: [
        still, [0, 0, 0.03, 0, 0, -0.02], [0.05, 0, 0, 0, 0.05, 0], [0.01, -0.04, 0.02, 0.04, 0.01, 0],
        [-0.06, 0.02, 0.01, 0.01, -0.08, 0.03],
    ])
    func recoversTheMap(_ parameters: [Double]) throws {
        let reference = AlignmentPyramid(luma: Self.hills(parameters))
        let moved = AlignmentPyramid(luma: Self.hills(Self.still))
        let found = try #require(AffineAligner.align(reference: reference, candidate: moved))
        for (value, expected) in zip(found.parameters, parameters) { #expect(abs(value - expected) < 0.001) }
        #expect(found.correlation > 0.99)
    }

    @Test func ignoresBrightnessAndContrast() throws {
        let p = [0, 0.02, 0.03, -0.02, 0, 0.01]
        let reference = Self.hills(p)
        let dim = Self.hills(Self.still).samples.map { 0.4 * $0 + 90 }
        let found = try #require(
            AffineAligner.align(
                reference: AlignmentPyramid(luma: reference),
                candidate: AlignmentPyramid(luma: Plane(size: reference.size, samples: dim))))
        for (value, expected) in zip(found.parameters, p) { #expect(abs(value - expected) < 0.001) }
    }

    @Test func measuresTheFurthestCorner() {
        let shift = Alignment(parameters: [0, 0, 0.03, 0, 0, -0.04], correlation: 1)
        #expect(abs(shift.displacement - 0.05) < 1e-12)
        let zoom = Alignment(parameters: [0.2, 0, 0, 0, 0, 0], correlation: 1)
        #expect(abs(zoom.displacement - 0.1) < 1e-12)
        #expect(Alignment.identity.displacement == 0)
    }

    @Test func measuresBentMapsBetweenTheCornersToo() {
        let bulge = Alignment(parameters: [0, 0, 0.05, 0, 0, 0], bend: [0, 0, -0.2, 0, 0, 0], correlation: 1)
        #expect(abs(bulge.displacement - 0.05) < 1e-12)
        let corner = Alignment(parameters: [0, 0, 0, 0, 0, 0], bend: [0.04, 0, 0, 0, 0.12, 0], correlation: 1)
        #expect(abs(corner.displacement - (0.01 * 0.01 + 0.03 * 0.03).squareRoot()) < 1e-12)
    }

    /// A map with terms of second degree cannot be found by the affine search, and is found from its result.
    @Test func recoversABentMap() throws {
        let still = Self.hills(Self.still)
        let bend = [0.03, -0.02, 0.01, -0.02, 0.03, 0.02]
        let map = Alignment(parameters: [0.01, 0, 0.01, 0, -0.01, 0], bend: bend, correlation: 1)
        let reference = AlignmentPyramid(
            luma: Plane(size: still.size, samples: AlignmentSampler(map, side: Self.side).sample(still)))
        let moved = AlignmentPyramid(luma: still)
        let affine = try #require(AffineAligner.align(reference: reference, candidate: moved))
        let found = try #require(QuadraticAligner.align(reference: reference, candidate: moved, from: affine))
        for (value, expected) in zip(found.bend, bend) { #expect(abs(value - expected) < 0.002) }
        for (value, expected) in zip(found.parameters, map.parameters) { #expect(abs(value - expected) < 0.002) }
        #expect(found.correlation > affine.correlation)
    }

    @Test func flatPicturesDoNotMove() throws {
        let flat = AlignmentPyramid(luma: Plane<Float>(size: Size(width: 20, height: 30), repeating: 77))
        let found = try #require(AffineAligner.align(reference: flat, candidate: flat))
        #expect(found.displacement == 0)
    }

    @Test func samplerAgreesWithTheMap() {
        let plane = Plane(size: Size(width: 64, height: 64), samples: (0..<4096).map { Float($0 % 64 + 3 * ($0 / 64)) })
        let map = Alignment(parameters: [0, 0, 2.5 / 64, 0, 0, -1.25 / 64], correlation: 1)
        let sampler = AlignmentSampler(map, side: 64)
        let samples = sampler.sample(plane)
        let inside = sampler.inside()
        for (x, y) in [(0, 10), (30, 30), (60, 63)] {
            let expected = Float(x) + 2.5 + 3 * (Float(y) - 1.25)
            #expect(inside[y * 64 + x])
            #expect(abs(samples[y * 64 + x] - expected) < 1e-3)
        }
        #expect(!inside[0] && !inside[20 * 64 + 63])
        #expect(abs(samples[20 * 64 + 63] - (63 + 3 * 18.75)) < 1e-3)
    }
}
