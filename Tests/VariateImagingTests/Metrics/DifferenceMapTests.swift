import Testing

@testable import VariateImaging

@Suite struct DifferenceMapTests {
    static let size = Size(width: 256, height: 192)

    /// A drawn picture with structure everywhere; `shift` moves it, `paint` changes single pixels.
    static func picture(
        shift: Int = 0, paint: (Int, Int) -> (UInt8, UInt8, UInt8)? = { _, _ in nil }
    ) -> Image {
        var samples: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                let (u, v) = (x + shift, y + shift)
                let isDisc = (u - 90) * (u - 90) + (v - 80) * (v - 80) < 2500
                let isBar = (u / 24 + v / 40) % 3 == 0
                let drawn: (UInt8, UInt8, UInt8) = isDisc ? (210, 150, 60) : isBar ? (40, 90, 140) : (120, 130, 90)
                let pixel = paint(x, y) ?? drawn
                samples += [pixel.0, pixel.1, pixel.2, 255]
            }
        }
        return Image(size: size, samples: samples)
    }

    @Test func theSamePictureHasNoDifference() {
        let map = DifferenceMap(from: Self.picture(), to: Self.picture())
        #expect(map.levels.size == Self.size)
        #expect(map.levels.samples.allSatisfy { $0 < 0.01 })
        #expect(map.mean < 0.01 && map.visibleShare == 0)
    }

    @Test func aShiftIsUndone() {
        let shifted = DifferenceMap(from: Self.picture(), to: Self.picture(shift: 5))
        let unrelated = DifferenceMap(from: Self.picture(), to: Self.picture(shift: 90))
        #expect(shifted.mean < 3)
        #expect(unrelated.mean > 5 * shifted.mean)
    }

    @Test func findsWhatWasPaintedOver() {
        let box = (x: 160..<200, y: 100..<140)
        let map = DifferenceMap(
            from: Self.picture(),
            to: Self.picture { x, y in box.x.contains(x) && box.y.contains(y) ? (250, 20, 220) : nil })
        var (within, outside) = ([Float](), [Float]())
        for y in 0..<Self.size.height {
            for x in 0..<Self.size.width {
                let value = map.levels.samples[y * Self.size.width + x]
                if box.x.dropFirst(4).dropLast(4).contains(x), box.y.dropFirst(4).dropLast(4).contains(y) {
                    within.append(value)
                } else if !(box.x.lowerBound - 6..<box.x.upperBound + 6).contains(x) {
                    outside.append(value)
                }
            }
        }
        #expect(within.allSatisfy { $0 > DifferenceMap.visible })
        #expect(outside.reduce(0, +) / Float(outside.count) < 2)
        let share = Double(box.x.count * box.y.count) / Double(Self.size.pixelCount)
        #expect(abs(map.visibleShare - share) < 0.02)
        // Drawn: dark where nothing changed, bright where the box is.
        let image = map.image
        #expect(image.size == Self.size && image.isOpaque)
        let middle = Image.channels * (120 * Self.size.width + 180)
        #expect(image.samples[middle] == 255 && image.samples[middle + 1] > 200)
        #expect(image.samples[0] < 110 && image.samples[1] < 110)
    }

    @Test func comparesPicturesOfAnySizeAndAlpha() {
        let sizes = [(1, 1), (1, 40), (3, 2), (7, 300), (900, 5), (640, 480)].map { Size(width: $0.0, height: $0.1) }
        for first in sizes {
            for second in sizes {
                let map = DifferenceMap(
                    from: Image(size: first, red: 250, green: 10, blue: 10, alpha: 0),
                    to: Image(size: second, red: 255, green: 255, blue: 255))
                #expect(map.levels.samples.allSatisfy { $0.isFinite && $0 < 0.01 }, "\(first) \(second)")
                #expect(max(map.image.width, map.image.height) <= DifferenceMap.side)
            }
        }
        let clear = Image(size: Size(width: 64, height: 64), red: 0, green: 0, blue: 0, alpha: 0)
        let black = Image(size: Size(width: 64, height: 64), red: 0, green: 0, blue: 0)
        #expect(abs(DifferenceMap(from: clear, to: black).mean - 255) < 0.5)
    }
}
