import Testing

@testable import VariateImaging

@Suite("Local features")
struct LocalFeaturesTests {
    @Test("Nine marks in a row on the circle are found, wherever they start")
    func segments() {
        for marks in UInt32(0)..<65536 {
            let hasNine = (0..<16).contains { start in
                (0..<9).allSatisfy { marks >> UInt32((start + $0) % 16) & 1 == 1 }
            }
            #expect(CornerDetector.hasSegment(marks) == hasNine, "\(marks)")
        }
    }

    @Test("The quick rejection loses no corner")
    func quickRejection() {
        let circle = [
            (0, -3), (1, -3), (2, -2), (3, -1), (3, 0), (3, 1), (2, 2), (1, 3),
            (0, 3), (-1, 3), (-2, 2), (-3, 1), (-3, 0), (-3, -1), (-2, -2), (-1, -3),
        ]
        let plane = PatternPicture.photograph(side: 96, seed: 4)
        let scores = CornerDetector.scores(of: plane, threshold: 8, border: 3).values
        var found = 0
        for y in 3..<93 {
            for x in 3..<93 {
                let centre = Int(plane.samples[y * 96 + x])
                var (brighter, darker) = (UInt32(0), UInt32(0))
                for (k, (dx, dy)) in circle.enumerated() {
                    let value = Int(plane.samples[(y + dy) * 96 + x + dx])
                    if value > centre + 8 { brighter |= 1 << UInt32(k) }
                    if value < centre - 8 { darker |= 1 << UInt32(k) }
                }
                let isCorner = CornerDetector.hasSegment(brighter) || CornerDetector.hasSegment(darker)
                #expect((scores[y * 96 + x] > 0) == isCorner, "\(x), \(y)")
                found += isCorner ? 1 : 0
            }
        }
        #expect(found > 0)
    }

    @Test("A bright square has its four corners, and a flat picture none")
    func square() {
        var plane = Plane<UInt8>(size: Size(width: 64, height: 64), repeating: 40)
        for y in 24..<40 { for x in 24..<40 { plane.samples[y * 64 + x] = 200 } }
        let corners = CornerDetector.corners(of: plane, threshold: 8, border: 16)
        #expect(corners.count == 4)
        for corner in corners {
            #expect([24, 39].contains { abs($0 - corner.x) <= 1 } && [24, 39].contains { abs($0 - corner.y) <= 1 })
        }
        let flat = Plane<UInt8>(size: plane.size, repeating: 40)
        #expect(CornerDetector.corners(of: flat, threshold: 8, border: 16).isEmpty)
    }

    @Test("The distance is the number of differing bits, up to all of them")
    func distance() {
        let smooth = PatternPicture.noise(64, 64, seed: 3)
        let offsets = BinaryDescription.Pattern.standard.offsets(width: 64, mirrored: false)
        let first = BinaryDescription(smooth.samples.span, around: 32 * 64 + 32, offsets: offsets)
        let second = BinaryDescription(smooth.samples.span, around: 30 * 64 + 29, offsets: offsets)
        let expected = (0..<4).reduce(0) { $0 + (first.words[$1] ^ second.words[$1]).nonzeroBitCount }
        #expect(first.distance(to: second) == expected)
        #expect(expected > 60)
        #expect(first.distance(to: first) == 0)
        let all = BinaryDescription(words: .init(repeating: .max))
        #expect(all.distance(to: BinaryDescription(words: .zero)) == 256)
    }

    @Test("The mirrored description is that of the mirrored picture")
    func mirrored() {
        let plane = PatternPicture.noise(65, 65, seed: 9)
        var reversed = plane
        for y in 0..<65 { for x in 0..<65 { reversed.samples[y * 65 + x] = plane.samples[y * 65 + 64 - x] } }
        let pattern = BinaryDescription.Pattern.standard
        let first = BinaryDescription(
            plane.samples.span, around: 32 * 65 + 30, offsets: pattern.offsets(width: 65, mirrored: true))
        let second = BinaryDescription(
            reversed.samples.span, around: 32 * 65 + 34, offsets: pattern.offsets(width: 65, mirrored: false))
        #expect(first == second)
    }

    /// A window of a large picture, so that two windows share a part of the scene.
    private func window(_ plane: Plane<UInt8>, left: Int, top: Int, side: Int) -> Plane<UInt8> {
        var samples: [UInt8] = []
        for y in top..<top + side {
            for x in left..<left + side { samples.append(plane.samples[y * plane.width + x]) }
        }
        return Plane(size: Size(width: side, height: side), samples: samples)
    }

    @Test("Windows of one scene correspond, shifted, enlarged or mirrored; other scenes do not")
    func matching() {
        let scene = PatternPicture.photograph(side: 560, seed: 11)
        let reference = LocalFeatures(luma: window(scene, left: 0, top: 0, side: 384))
        let shifted = LocalFeatures(luma: window(scene, left: 60, top: 40, side: 384))
        let enlarged = LocalFeatures(
            luma: Plane<UInt8>(
                rounding: window(scene, left: 30, top: 50, side: 270).areaResized(to: Size(width: 384, height: 384))))
        var reversed = window(scene, left: 20, top: 0, side: 384)
        let upright = reversed
        for y in 0..<384 { for x in 0..<384 { reversed.samples[y * 384 + x] = upright.samples[y * 384 + 383 - x] } }
        let other = LocalFeatures(
            luma: window(PatternPicture.photograph(side: 384, seed: 12), left: 0, top: 0, side: 384))

        #expect(reference.features.count > 20)
        #expect(LocalMatching.count(source: reference, candidate: reference) == reference.features.count)
        let least = reference.features.count / 4
        #expect(LocalMatching.count(source: reference, candidate: shifted) > least)
        #expect(LocalMatching.count(source: reference, candidate: enlarged) > 9)
        #expect(LocalMatching.count(source: reference, candidate: LocalFeatures(luma: reversed)) > least)
        #expect(LocalMatching.count(source: reference, candidate: other) < 9)
    }

    @Test("Pictures too small or too flat for corners have none, and match nothing")
    func nothing() {
        for size in [Size(width: 1, height: 1), Size(width: 8, height: 3), Size(width: 33, height: 500)] {
            let features = LocalFeatures(luma: Plane(size: size, repeating: 90))
            #expect(features.features.isEmpty)
            #expect(LocalMatching.count(source: features, candidate: features) == 0)
        }
    }
}
