import Foundation
import VariateImaging

/// Pictures that are defined by a formula, so that the references can be asked about the very same pixels.
enum PatternPicture {
    /// In NumPy: `np.stack([(x*7+y*13)%256, (x*y+40)%256, (x*3+(y*y)%17*9)%256, 255-(x*5+y*11)%256], -1)`.
    static func rgba(_ width: Int, _ height: Int) -> Image {
        var samples: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                samples.append(UInt8((x * 7 + y * 13) % 256))
                samples.append(UInt8((x * y + 40) % 256))
                samples.append(UInt8((x * 3 + (y * y) % 17 * 9) % 256))
                samples.append(UInt8(255 - (x * 5 + y * 11) % 256))
            }
        }
        return Image(size: Size(width: width, height: height), samples: samples)
    }

    /// One channel of `rgba`.
    static func channel(_ channel: Int, _ width: Int, _ height: Int) -> Plane<UInt8> {
        let image = rgba(width, height)
        return Plane(
            size: image.size, samples: stride(from: channel, to: image.samples.count, by: 4).map { image.samples[$0] })
    }

    /// Noise, the same for the same seed.
    static func noise(_ width: Int, _ height: Int, seed: UInt64) -> Plane<UInt8> {
        var generator = Lehmer(state: seed)
        return Plane(
            size: Size(width: width, height: height),
            samples: (0..<(width * height)).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 24) })
    }

    /// Something like a photograph: soft waves of falling strength and a few hard-edged discs.
    static func photograph(side: Int, seed: UInt64) -> Plane<UInt8> {
        var generator = Lehmer(state: seed)
        func random() -> Double { Double(generator.next() >> 11) / Double(1 << 53) }
        let waves = (1...14).map { index in
            (
                u: (random() - 0.5) * Double(index), v: (random() - 0.5) * Double(index),
                phase: random() * 7, strength: 60 / Double(index).squareRoot()
            )
        }
        let discs = (0..<5).map { _ in
            (x: random(), y: random(), radius: 0.05 + 0.2 * random(), level: 160 * (random() - 0.5))
        }
        var samples: [UInt8] = []
        for row in 0..<side {
            for column in 0..<side {
                let x = Double(column) / Double(side)
                let y = Double(row) / Double(side)
                var value = 128.0
                for wave in waves {
                    value += wave.strength * cos(2 * Double.pi * (wave.u * x + wave.v * y) + wave.phase)
                }
                for disc in discs where hypot(x - disc.x, y - disc.y) < disc.radius { value += disc.level }
                samples.append(UInt8(min(max(value, 0), 255)))
            }
        }
        return Plane(size: Size(width: side, height: side), samples: samples)
    }

    /// A square plane turned about its centre, bilinear, black where nothing is known.
    static func rotated(_ plane: Plane<UInt8>, degrees: Double) -> Plane<UInt8> {
        let angle = degrees * Double.pi / 180
        let center = Double(plane.width - 1) / 2
        func sample(_ x: Int, _ y: Int) -> Double {
            x >= 0 && y >= 0 && x < plane.width && y < plane.height ? Double(plane.samples[y * plane.width + x]) : 0
        }
        var result = plane
        for y in 0..<plane.height {
            for x in 0..<plane.width {
                let dx = Double(x) - center
                let dy = Double(y) - center
                let u = (center + cos(angle) * dx + sin(angle) * dy).rounded(toPlaces: 9)
                let v = (center - sin(angle) * dx + cos(angle) * dy).rounded(toPlaces: 9)
                let (i, j) = (Int(u.rounded(.down)), Int(v.rounded(.down)))
                let (s, t) = (u - Double(i), v - Double(j))
                let upper = (1 - s) * sample(i, j) + s * sample(i + 1, j)
                let lower = (1 - s) * sample(i, j + 1) + s * sample(i + 1, j + 1)
                result.samples[y * plane.width + x] = UInt8(((1 - t) * upper + t * lower).rounded())
            }
        }
        return result
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let scale = pow(10, Double(places))
        return (self * scale).rounded() / scale
    }
}

/// A small repeatable random source (Knuth's MMIX constants).
struct Lehmer: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
