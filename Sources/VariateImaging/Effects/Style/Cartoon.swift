extension Image {
    /// The picture as a cartoon: flat areas in few tones, vivid colour and ink lines.
    ///
    /// Winnemöller, Olsen and Gooch: Real-time video abstraction, SIGGRAPH 2006: smoothing within edges, soft
    /// quantisation of luminance, lines by extended difference of Gaussians.
    /// - Parameters:
    ///   - amount: 0...1: more smoothing and fewer tones.
    ///   - lines: 0...1, how black the lines are.
    public func cartoon(amount: Double, lines: Double = 0.85) -> Image {
        let spatial = Double(size.longestSide) * (0.012 + 0.018 * amount)
        let smooth = ColorPlanes(encoded: self).smoothedWithinEdges(spatial: spatial, range: 0.32 + 0.2 * amount)
        let flat = smooth.encodedImage(alphaOf: self).softQuantized(
            tones: Int(9 - 3 * amount), vividness: 1.25 + 0.2 * amount)
        let ink = inkLines(thickness: 0.0012, sharpness: 11, threshold: 0.72)
        return flat.multiplied(by: ink, floor: Float(1 - lines))
    }

    /// Lightness in soft steps and more chroma.
    func softQuantized(tones: Int, vividness: Double) -> Image {
        let bins = Double(tones)
        let sharpness = 4.5
        return recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let position = lab.x * bins
            let nearest = (position - 0.5).rounded() + 0.5
            let t = (position - nearest) * sharpness * 2
            let step = nearest + 0.5 * t / (1 + t * t).squareRoot()
            let lightness = max(0, min(1, 0.85 * step / bins + 0.15 * lab.x))
            return OkLab.encoded(lab: SIMD3(lightness, lab.y * vividness, lab.z * vividness))
        }
    }

    /// The picture times a plane of 0...1; where the plane is 0 a share `floor` of it remains.
    func multiplied(by plane: Plane<Float>, floor: Float = 0) -> Image {
        var result = samples
        for i in 0..<size.pixelCount {
            let factor = floor + (1 - floor) * max(0, min(1, plane.samples[i]))
            result[4 * i] = UInt8(Float(result[4 * i]) * factor + 0.5)
            result[4 * i + 1] = UInt8(Float(result[4 * i + 1]) * factor + 0.5)
            result[4 * i + 2] = UInt8(Float(result[4 * i + 2]) * factor + 0.5)
        }
        return Image(size: size, samples: result)
    }
}
