import Testing

@testable import VariateImaging

@Suite("Framing")
struct FramingTests {
    private static let framings: [Framing] = [
        Framing(yaw: 20), Framing(yaw: -25, pitch: 4), Framing(pitch: 18), Framing(pitch: -15, roll: 3),
        Framing(roll: 7),
        Framing(roll: -7), Framing(zoom: 1.3, center: SIMD2(0, 0)), Framing(zoom: 1.6, center: SIMD2(1, 1)),
        Framing(isMirrored: true, zoom: 1.25, center: SIMD2(0.8, 0.2), yaw: 15),
    ]

    @Test("No frame sees beyond the source", arguments: framings)
    func insideSource(framing: Framing) {
        for size in [Size(width: 64, height: 48), Size(width: 31, height: 77), Size(width: 200, height: 10)] {
            let map = framing.samplingMap(of: size)
            let slack = 1e-6
            for (x, y) in [
                (0.0, 0.0), (Double(size.width), 0), (0, Double(size.height)),
                (Double(size.width), Double(size.height)),
            ] {
                let place = map.applied(x, y)
                #expect(place.x >= -slack && place.x <= Double(size.width) + slack)
                #expect(place.y >= -slack && place.y <= Double(size.height) + slack)
            }
        }
    }

    @Test("A white picture has no dark border in any frame", arguments: framings)
    func noBlackBorder(framing: Framing) {
        let white = Image(size: Size(width: 50, height: 41), red: 255, green: 255, blue: 255)
        #expect(white.reframed(framing).samples.allSatisfy { $0 == 255 })
    }

    @Test("Every framing works on tiny pictures")
    func tiny() {
        for framing in Self.framings {
            for (width, height) in [(1, 1), (1, 4), (5, 1), (2, 3)] {
                let image = TestPicture.translucent(width: width, height: height)
                #expect(image.reframed(framing).size == image.size)
            }
        }
    }

    @Test("Mirroring twice gives the picture back, bit by bit")
    func mirror() {
        let image = TestPicture.translucent(width: 13, height: 6)
        #expect(image.mirrored().mirrored() == image)
        #expect(image.reframed(Framing(isMirrored: true)) == image.mirrored())
        #expect(image.mirrored() != image)
    }

    @Test("A zoom shows the part it is centred on")
    func zoom() {
        var image = Image(size: Size(width: 80, height: 60), red: 20, green: 20, blue: 20)
        for y in 30..<60 {
            for x in 40..<80 { image.samples[4 * (y * 80 + x)] = 220 }
        }
        let result = image.reframed(Framing(zoom: 2, center: SIMD2(0.75, 0.75)))
        let inner = 4 * (30 * 80 + 40)
        #expect(result.samples[inner] == 220)
        #expect(result.samples[4 * (20 * 80 + 20)] > 200)
    }

    @Test("Transparent pixels leak no colour")
    func alphaWeighting() {
        var image = Image(size: Size(width: 40, height: 40), red: 255, green: 0, blue: 0, alpha: 0)
        for y in 0..<40 {
            for x in 20..<40 {
                image.samples.replaceSubrange(4 * (y * 40 + x)..<4 * (y * 40 + x) + 4, with: [0, 0, 255, 255])
            }
        }
        let result = image.reframed(Framing(zoom: 1.37))
        for i in 0..<result.size.pixelCount where result.samples[4 * i + 3] > 2 {
            #expect(result.samples[4 * i] == 0)
        }
    }

    @Test("The inverse of a homography undoes it")
    func inverse() {
        let map = Framing(yaw: 12, pitch: 5, roll: 2).samplingMap(of: Size(width: 100, height: 80))
        let back = map.inverted()
        for (x, y) in [(0.0, 0.0), (100, 80), (33, 61)] {
            let there = map.applied(x, y)
            let again = back.applied(there.x, there.y)
            #expect(abs(again.x - x) < 1e-6 && abs(again.y - y) < 1e-6)
        }
    }

    @Test("The salient centre finds the only object, and a flat picture's is its middle")
    func saliency() {
        var image = Image(size: Size(width: 120, height: 80), red: 90, green: 120, blue: 160)
        for y in 20..<40 {
            for x in 80..<100 { image.samples[4 * (y * 120 + x)] = 240 }
        }
        let center = image.salientCenter()
        #expect(abs(center.x - 0.75) < 0.08)
        #expect(abs(center.y - 0.375) < 0.08)
        let flat = Image(size: Size(width: 9, height: 7), red: 90, green: 120, blue: 160)
        #expect(flat.salientCenter() == SIMD2(0.5, 0.5))
    }
}
