import VariateImaging

/// Pictures of numbers that look random, for comparing detectors with their slow definitions.
enum DefectFixtures {
    static let sizes = [
        Size(width: 1, height: 1), Size(width: 1, height: 9), Size(width: 13, height: 1), Size(width: 2, height: 2),
        Size(width: 7, height: 5), Size(width: 17, height: 16), Size(width: 33, height: 47),
        Size(width: 96, height: 65), Size(width: 8, height: 3), Size(width: 1023, height: 9),
        Size(width: 7, height: 600),
    ]

    static func hash(_ i: Int, seed: Int) -> Int {
        var h = UInt32(truncatingIfNeeded: i) &* 2_654_435_761 &+ UInt32(truncatingIfNeeded: seed) &* 40_503
        h = (h ^ h >> 15) &* 2_246_822_519
        return Int(h ^ h >> 13)
    }

    /// A ramp with steps and noise of `amplitude` levels.
    static func picture(_ size: Size, amplitude: Int = 60, seed: Int = 1) -> Image {
        var samples: [UInt8] = []
        for i in 0..<size.pixelCount {
            let (x, y) = (i % size.width, i / size.width)
            let base = 40 + 90 * x / size.width + (y / 8 % 2) * 50
            for channel in 0..<3 {
                samples.append(
                    UInt8(max(0, min(255, base + 15 * channel + hash(3 * i + channel, seed: seed) % amplitude))))
            }
            samples.append(255)
        }
        return Image(size: size, samples: samples)
    }

    /// A grey picture from a function of the place.
    static func gray(_ size: Size, _ level: (_ x: Int, _ y: Int) -> Int) -> Image {
        var samples: [UInt8] = []
        for i in 0..<size.pixelCount {
            let value = UInt8(max(0, min(255, level(i % size.width, i / size.width))))
            samples += [value, value, value, 255]
        }
        return Image(size: size, samples: samples)
    }

    /// Rows as columns.
    static func transposed(_ plane: Plane<UInt8>) -> Plane<UInt8> {
        let samples = (0..<plane.width).flatMap { x in
            (0..<plane.height).map { plane.samples[$0 * plane.width + x] }
        }
        return Plane(size: Size(width: plane.height, height: plane.width), samples: samples)
    }

    /// NumPy's percentile, by sorting.
    static func percentile(_ values: [Double], _ percent: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let position = percent / 100 * Double(sorted.count - 1)
        let lower = Int(position)
        let upper = min(sorted.count - 1, lower + 1)
        return sorted[lower] + (sorted[upper] - sorted[lower]) * (position - Double(lower))
    }

    /// Index mirrored about the end samples, for short distances.
    static func mirror(_ index: Int, _ count: Int) -> Int {
        if count == 1 { return 0 }
        var index = index
        while index < 0 || index >= count { index = index < 0 ? -index : 2 * count - 2 - index }
        return index
    }
}
