extension Image {
    /// The picture drawn in pencil on light paper: outlines by dodging, tones by hatching along the forms.
    ///
    /// Own recipe on colour dodge (base / (1 − blend)) of photo editors and line integral convolution (Cabral and Leedom
    /// 1993) in one direction. The darkroom's dodge, luma / blurred luma, leaves paper where tone is even and lines where it changes; noise
    /// drawn out along one direction and masked by darkness is the hatching.
    /// - Parameters:
    ///   - amount: 0...1: darker lines and more hatching.
    ///   - seed: which strokes.
    public func pencilSketch(amount: Double, seed: UInt64) -> Image {
        let tone = pencilTone(amount: amount, hatching: 1, seed: seed)
        var result = samples
        // Graphite on paper: neither black nor white.
        let paper = SIMD3<Float>(244, 242, 236)
        let graphite = SIMD3<Float>(42, 42, 47)
        for i in 0..<size.pixelCount {
            let colour = graphite + (paper - graphite) * tone.samples[i] + 0.5
            result[4 * i] = UInt8(colour.x)
            result[4 * i + 1] = UInt8(colour.y)
            result[4 * i + 2] = UInt8(colour.z)
        }
        return Image(size: size, samples: result)
    }

    /// 0 (graphite) to 1 (paper); `hatching` 0...1 is how much the strokes stand out.
    func pencilTone(amount: Double, hatching: Float, seed: UInt64) -> Plane<Float> {
        let unit = Double(size.longestSide) / 1000
        let luma = ColorPlanes(encoded: self).smoothedWithinEdges(spatial: 2.5 * unit, range: 0.35).luminance()
        let soft = luma.softened(sigma: max(1, 6 * unit))
        let hatch = Self.hatching(size: size, angle: 50, unit: unit, seed: seed)
        let cross = Self.hatching(size: size, angle: -35, unit: unit, seed: seed ^ 0xA5)
        var result = luma
        let strength = Float(0.75 + 0.5 * amount)
        for i in 0..<result.samples.count {
            let level = luma.samples[i]
            let dodge = min(1, (level + 0.03) / (soft.samples[i] + 0.03))
            let line = max(0, 1 - 3.2 * strength * max(0, 1 - dodge - 0.012))
            // One direction of hatching from the middle tones down, a second one in the shadows.
            let first = max(0, min(1, (0.72 - level) * 1.5)) * (0.5 + 1.5 * hatching * hatch.samples[i])
            let second = max(0, min(1, (0.38 - level) * 2.2)) * (0.5 + 1.4 * hatching * cross.samples[i])
            let shade = (1 - max(0, min(0.85, first * strength * 0.85))) * (1 - max(0, min(0.6, second * strength)))
            result.samples[i] = line * shade
        }
        return result
    }

    /// Strokes in one direction, −0.5...0.5 or so: noise averaged along it.
    static func hatching(size: Size, angle: Double, unit: Double, seed: UInt64) -> Plane<Float> {
        let (width, height) = (size.width, size.height)
        let noise = LatticeNoise(seed: seed).grain(size: size).softened(sigma: max(0.7, 1.0 * unit))
        let length = max(4, Int(14 * unit))
        let (dx, dy) = (Float(cosine(angle * .pi / 180)), Float(-sine(angle * .pi / 180)))
        let offsets = (-length...length).map { (Int((Float($0) * dx).rounded()), Int((Float($0) * dy).rounded())) }
        var result = noise
        let gain = 2.2 * Float(max(1, unit))
        for y in 0..<height {
            for x in 0..<width {
                var sum: Float = 0
                for (u, v) in offsets {
                    // Strokes wrap round: noise has no border.
                    var column = x + u
                    var row = y + v
                    if column < 0 || column >= width { column = ((column % width) + width) % width }
                    if row < 0 || row >= height { row = ((row % height) + height) % height }
                    sum += noise.samples[row * width + column]
                }
                result.samples[y * width + x] = sum * gain / Float(offsets.count).squareRoot()
            }
        }
        return result
    }
}
