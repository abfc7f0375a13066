@testable import VariateImaging

/// Planes and masks that the tests of smoothing, edges, components and measures share.
enum EdgeFixtures {
    /// One pixel, single rows and columns, every small square, odd and prime sides.
    static let sizes: [Size] =
        (1...17).map { Size(width: $0, height: $0) }
        + [(1, 9), (9, 1), (2, 17), (17, 2), (31, 5), (5, 31), (64, 3)].map { Size(width: $0.0, height: $0.1) }

    static func random(_ size: Size, seed: UInt64, levels: Int = 256) -> Plane<UInt8> {
        var generator = SplitMix64(seed: seed)
        return Plane(
            size: size,
            samples: (0..<size.pixelCount).map { _ in
                UInt8(Int.random(in: 0..<levels, using: &generator) * 255 / max(levels - 1, 1))
            })
    }

    /// A soft-edged photograph of nothing: smoothed noise.
    static func smoothNoise(_ size: Size, seed: UInt64, sigma: Double) -> Plane<UInt8> {
        let blurred = Plane<Float>(random(size, seed: seed)).gaussianBlurred(sigma: sigma)
        let gain = Float(4 * sigma)
        return Plane<UInt8>(
            rounding: Plane(size: size, samples: blurred.samples.map { ($0 - 127.5) * gain + 127.5 }))
    }

    /// The picture of the known answers, 23 by 17: r = 7x² + 13y + 5xy, g = 11x + 3y², b = 9xy + 40, modulo 256.
    static let pattern: Image = {
        let size = Size(width: 23, height: 17)
        var samples: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                samples += [x * x * 7 + y * 13 + x * y * 5, x * 11 + y * y * 3, x * y * 9 + 40, 255].map {
                    UInt8($0 % 256)
                }
            }
        }
        return Image(size: size, samples: samples)
    }()

    static var patternRed: Plane<UInt8> { channel(0, of: pattern) }
    static var patternLuma: Plane<UInt8> { luma(of: pattern) }

    static func channel(_ channel: Int, of image: Image) -> Plane<UInt8> {
        Plane(
            size: image.size, samples: stride(from: channel, to: image.samples.count, by: 4).map { image.samples[$0] })
    }

    /// Pillow's `convert("L")`, spelt out.
    static func luma(of image: Image) -> Plane<UInt8> {
        Plane(
            size: image.size,
            samples: stride(from: 0, to: image.samples.count, by: 4).map {
                let (r, g, b) = (Int(image.samples[$0]), Int(image.samples[$0 + 1]), Int(image.samples[$0 + 2]))
                return UInt8((r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16)
            })
    }

    /// A plane from a formula, clamped to 0…255.
    static func plane(_ width: Int, _ height: Int, _ level: (_ x: Int, _ y: Int) -> Int) -> Plane<UInt8> {
        var samples: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width { samples.append(UInt8(min(max(level(x, y), 0), 255))) }
        }
        return Plane(size: Size(width: width, height: height), samples: samples)
    }

    static func gray(_ plane: Plane<UInt8>) -> Image {
        Image(size: plane.size, samples: plane.samples.flatMap { [$0, $0, $0, 255] })
    }

    /// A mask from rows of `#` (255) and `.` (0).
    static func mask(_ rows: [String]) -> Plane<UInt8> {
        Plane(
            size: Size(width: rows[0].count, height: rows.count),
            samples: rows.flatMap { $0.map { $0 == "#" ? 255 : 0 } })
    }

    static func drawn(_ mask: Plane<UInt8>) -> [String] {
        (0..<mask.height).map { y in String((0..<mask.width).map { mask.at($0, y) == 0 ? "." : "#" }) }
    }
}

extension Plane {
    /// One sample; for oracles, which may be slow.
    func at(_ x: Int, _ y: Int) -> Sample { samples[y * width + x] }

    /// One sample, with the pixels at the edge repeated outwards.
    func clampedAt(_ x: Int, _ y: Int) -> Sample { at(min(max(x, 0), width - 1), min(max(y, 0), height - 1)) }

    /// One sample, with the plane mirrored about its edge pixels as often as needed.
    func mirroredAt(_ x: Int, _ y: Int) -> Sample { at(Self.mirror(x, width), Self.mirror(y, height)) }

    private static func mirror(_ index: Int, _ count: Int) -> Int {
        var i = index
        if count == 1 { return 0 }
        while i < 0 || i >= count { i = i < 0 ? -i : 2 * (count - 1) - i }
        return i
    }

    var transposed: Plane {
        Plane(
            size: Size(width: height, height: width),
            samples: (0..<width).flatMap { x in (0..<height).map { y in at(x, y) } })
    }
}
