/// Smooth noise from a lattice of hashed values: the same for the same seed, without any state.
///
/// Perlin: An image synthesizer, SIGGRAPH 1985, in its value-noise form with a quintic fade.
struct LatticeNoise: Sendable {
    let seed: UInt64

    /// A value in 0...1 that varies smoothly, one lattice cell a unit.
    func value(_ x: Double, _ y: Double) -> Double {
        let (left, top) = (x.rounded(.down), y.rounded(.down))
        let (u, v) = (Self.fade(x - left), Self.fade(y - top))
        let (i, j) = (Int(left), Int(top))
        let upper = corner(i, j) * (1 - u) + corner(i + 1, j) * u
        let lower = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u
        return upper * (1 - v) + lower * v
    }

    /// A sum of octaves, each twice as fine and half as strong; 0...1, mostly around 0.5.
    func fractal(_ x: Double, _ y: Double, octaves: Int) -> Double {
        var (sum, weight, total, scale) = (0.0, 1.0, 0.0, 1.0)
        for octave in 0..<octaves {
            // Each octave has a lattice of its own, shifted so that nodes do not fall together.
            let shift = 19.37 * Double(octave)
            sum += weight * value(x * scale + shift, y * scale - shift)
            total += weight
            weight /= 2
            scale *= 2
        }
        return sum / total
    }

    /// Independent numbers in −0.5...0.5, one a pixel, nearly Gaussian (four uniform ones summed; deviation 0.29 · 0.5).
    func grain(size: Size) -> Plane<Float> {
        var result = [Float](repeating: 0, count: size.pixelCount)
        let scale: Float = 1 / (4 * 65_535)
        for i in 0..<result.count {
            let bits = SplitMix64.word(seed, at: i)
            let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
            result[i] = Float(sum) * scale - 0.5
        }
        return Plane(size: size, samples: result)
    }

    private func corner(_ i: Int, _ j: Int) -> Double {
        let word =
            UInt64(bitPattern: Int64(i)) &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(bitPattern: Int64(j))
            &* 0xA076_1D64_78BD_642F
        return SplitMix64.unit(SplitMix64.finalized(word ^ seed))
    }

    private static func fade(_ t: Double) -> Double {
        t * t * t * (t * (6 * t - 15) + 10)
    }
}
