import VariateImaging

/// A drawn landscape: mountains, a house with windows, a sun and a ball, with texture. Integer arithmetic throughout, so
/// that other languages can draw the very same pixels.
enum SyntheticScene {
    static let width = 384
    static let height = 288
    static let size = Size(width: width, height: height)

    static let image = Image(size: size, samples: samples())

    private static func samples() -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(4 * size.pixelCount)
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue) = colour(x, y)
                let grain = hash(x, y) % 9 - 4
                samples.append(UInt8(max(0, min(255, red + grain))))
                samples.append(UInt8(max(0, min(255, green + grain))))
                samples.append(UInt8(max(0, min(255, blue + grain))))
                samples.append(255)
            }
        }
        return samples
    }

    private static func colour(_ x: Int, _ y: Int) -> (Int, Int, Int) {
        if inside(x, y, centre: (300, 60), radius: 28) { return (250, 220, 140) }
        if inside(x, y, centre: (250, 210), radius: 44) { return (40 + x - 206, 60 + (y - 166) / 2, 160) }
        if (60..<150).contains(x) && (130..<220).contains(y) {
            let inWindow = (8..<20).contains((x - 60) % 30) && (8..<22).contains((y - 130) % 32)
            return inWindow ? (240, 230, 160) : (180, 70, 60)
        }
        let horizon = 150 - abs(x * 3 % 160 - 80) / 2
        if y < horizon { return (70 + 150 * y / 150, 110 + 110 * y / 150, 215 - 60 * y / 150) }
        let grass = hash(x / 2, y / 2) % 48
        return (50 + grass, 90 + grass + (y - 110) / 4, 40 + grass / 2)
    }

    private static func inside(_ x: Int, _ y: Int, centre: (x: Int, y: Int), radius: Int) -> Bool {
        (x - centre.x) * (x - centre.x) + (y - centre.y) * (y - centre.y) < radius * radius
    }

    /// A number of 32 bits that looks random.
    static func hash(_ x: Int, _ y: Int) -> Int {
        var h = UInt32(truncatingIfNeeded: x) &* 374_761_393 &+ UInt32(truncatingIfNeeded: y) &* 668_265_263
        h = (h ^ h >> 13) &* 1_274_126_177
        return Int(h ^ h >> 16)
    }
}
