import VariateImaging

/// Pictures to encode.
enum Picture {
    static func noise(_ size: Size, opaque: Bool, seed: UInt64) -> Image {
        var random = SplitMix64(seed: seed)
        let samples = (0..<size.pixelCount * 4).map { i in
            opaque && i % 4 == 3 ? 255 : UInt8(truncatingIfNeeded: random.next())
        }
        return Image(size: size, samples: samples)
    }

    static func gradient(_ size: Size, alpha: Bool = false) -> Image {
        var samples: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                let across = UInt8(x * 255 / max(size.width - 1, 1))
                let down = UInt8(y * 255 / max(size.height - 1, 1))
                samples += [across, down, UInt8((Int(across) + Int(down)) / 2), alpha ? 255 - across : 255]
            }
        }
        return Image(size: size, samples: samples)
    }

    static func meanDifference(_ a: Image, _ b: Image) -> Double {
        let total = zip(a.samples, b.samples).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(total) / Double(a.samples.count)
    }
}
