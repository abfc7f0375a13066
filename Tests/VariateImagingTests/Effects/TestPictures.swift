@testable import VariateImaging

/// Small pictures that effects are tried on.
enum TestPicture {
    /// A scene with sky, foliage, skin, a bright light and a dark corner, with texture from hashed noise.
    static func scene(width: Int, height: Int) -> Image {
        var samples: [UInt8] = []
        let noise = LatticeNoise(seed: 7)
        for y in 0..<height {
            for x in 0..<width {
                let u = (Double(x) + 0.5) / Double(width)
                let v = (Double(y) + 0.5) / Double(height)
                let texture = 40 * (noise.fractal(u * 24, v * 24, octaves: 3) - 0.5)
                var colour = SIMD3(120 + 90 * v, 160 + 60 * v, 235.0)
                if v > 0.55 { colour = SIMD3(60, 120, 40) + texture * 1.5 }
                let (dx, dy) = (u - 0.4, v - 0.5)
                if dx * dx + dy * dy < 0.03 { colour = SIMD3(214, 160, 128) + texture }
                if u > 0.8, v < 0.2 { colour = SIMD3(252, 244, 214) }
                if u < 0.15, v > 0.7 { colour = SIMD3(18, 16, 22) + texture * 0.2 }
                for channel in 0..<3 { samples.append(UInt8(max(0, min(255, colour[channel])))) }
                samples.append(255)
            }
        }
        return Image(size: Size(width: width, height: height), samples: samples)
    }

    /// The scene with an alpha channel that runs from transparent on the left to opaque on the right.
    static func translucent(width: Int, height: Int) -> Image {
        var result = scene(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                result.samples[4 * (y * width + x) + 3] = UInt8(255 * x / max(1, width - 1))
            }
        }
        return result
    }

    /// Root mean square difference of the colours, in 8-bit levels.
    static func difference(_ a: Image, _ b: Image) -> Double {
        guard a.size == b.size else { return .infinity }
        var sum = 0
        for i in 0..<a.size.pixelCount {
            for channel in 0..<3 {
                let d = Int(a.samples[4 * i + channel]) - Int(b.samples[4 * i + channel])
                sum += d * d
            }
        }
        return (Double(sum) / Double(3 * a.size.pixelCount)).squareRoot()
    }

    /// Mean of a function of red, green and blue over all pixels.
    static func mean(_ image: Image, _ value: (Double, Double, Double) -> Double) -> Double {
        var sum = 0.0
        for i in 0..<image.size.pixelCount {
            sum += value(
                Double(image.samples[4 * i]), Double(image.samples[4 * i + 1]), Double(image.samples[4 * i + 2]))
        }
        return sum / Double(image.size.pixelCount)
    }

    /// Mean luma, 0...255.
    static func brightness(_ image: Image) -> Double {
        mean(image) { 0.299 * $0 + 0.587 * $1 + 0.114 * $2 }
    }
}
