extension Image {
    /// The picture in a dream: glowing, soft in contrast and rich in colour, with sharp drawing underneath.
    ///
    /// Orton's slide sandwich. - Parameter amount: 0...1.
    public func dreamy(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.4 * amount
        grade.saturation = 1 + 0.1 * amount
        grade.highlightTint = OkLab.plane(hue: 345, chroma: 0.06 * amount)
        grade.shadowTint = OkLab.plane(hue: 290, chroma: 0.055 * amount)
        return grade.applied(to: self).glowing(amount: 0.32 + 0.3 * amount)
    }

    /// The picture as a frame of a film: teal shadows, warm skin, crushed corners, highlights with a halo.
    ///
    /// - Parameter amount: 0...1.
    public func cinematic(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.35 * amount
        grade.contrast = 1 + 0.4 * amount
        grade.pivot = 0.6
        grade.saturation = 1 - 0.15 * amount
        grade.shadowTint = OkLab.plane(hue: 205, chroma: 0.06 * amount)
        grade.highlightTint = OkLab.plane(hue: 70, chroma: 0.04 * amount)
        grade.black = 0.03
        return grade.applied(to: self).glowing(amount: 0.25 * amount, radius: 0.012, threshold: 0.4)
            .vignetted(stops: 1.1 * amount)
    }

    /// The picture as a crime film of the forties: black and white, hard light from one side, deep shade.
    ///
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - direction: where the light stands, in degrees.
    public func noir(amount: Double, direction: Double) -> Image {
        monochrome(filter: .yellow, contrast: 1.25 + 0.5 * amount, tint: 0.15)
            .sideLit(direction: direction, amount: 0.55 + 0.25 * amount, warmth: 0)
    }

    /// The picture as a print that has hung in the light for decades: lifted blacks, yellowed whites, weak reds.
    ///
    /// - Parameter amount: 0...1.
    public func fadedFilm(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.black = 0.19 * amount
        grade.white = 1 - 0.09 * amount
        grade.saturation = 1 - 0.4 * amount
        grade.contrast = 1.12
        grade.highlightTint = OkLab.plane(hue: 92, chroma: 0.05 * amount)
        grade.shadowTint = OkLab.plane(hue: 330, chroma: 0.04 * amount)
        return grade.applied(to: self)
    }

    /// The picture in a cheerful mood: bright, warm and colourful.
    ///
    /// - Parameter amount: 0...1.
    public func cheerful(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.6 * amount
        grade.gamma = 1 - 0.18 * amount
        grade.vibrance = 1 + 0.9 * amount
        grade.saturation = 1 + 0.12 * amount
        grade.temperature = 6504 - 1000 * amount
        grade.shadowTint = OkLab.plane(hue: 340, chroma: 0.03 * amount)
        return grade.applied(to: self)
    }

    /// The picture in a sad mood: dim, cool, with little colour and soft contrast.
    ///
    /// - Parameter amount: 0...1.
    public func melancholic(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.6 * amount
        grade.saturation = 1 - 0.6 * amount
        grade.contrast = 1 + 0.12 * amount
        grade.white = 1 - 0.08 * amount
        grade.black = 0.03 * amount
        grade.shadowTint = OkLab.plane(hue: 240, chroma: 0.05 * amount)
        grade.highlightTint = OkLab.plane(hue: 220, chroma: 0.025 * amount)
        return grade.applied(to: self).vignetted(stops: 0.7 * amount)
    }

    /// The picture in a threatening mood: green-blue shade, a pool of light in the middle, haze in the distance.
    ///
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - center: what stays lit, 0...1 across and down.
    public func mysterious(amount: Double, center: SIMD2<Double>) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.5 * amount
        grade.contrast = 1 + 0.3 * amount
        grade.saturation = 1 - 0.35 * amount
        grade.shadowTint = OkLab.plane(hue: 180, chroma: 0.06 * amount)
        grade.highlightTint = OkLab.plane(hue: 140, chroma: 0.03 * amount)
        return grade.applied(to: hazed(amount: 0.45 * amount, airHue: 180))
            .spotlit(center: center, amount: 0.55 * amount, warmth: -0.4)
    }

    /// The picture with deep detail and dark weight: local contrast raised, colours subdued.
    ///
    /// The detail layer over a guided base (Durand and Dorsey 2002) is amplified. - Parameter amount: 0...1.
    public func dramatic(amount: Double) -> Image {
        var planes = ColorPlanes(linear: self)
        var root = planes.luminance()
        for i in 0..<root.samples.count { root.samples[i] = root.samples[i].squareRoot() }
        let small = root.reduced(toLongestSide: 512)
        let model = GuidedModel(
            fitting: small, to: small, radius: max(2, small.size.longestSide / 24), epsilon: 0.02)
        let base = model.applied(to: root)
        let boost = Float(1.1 * amount)
        for i in 0..<size.pixelCount {
            let level = root.samples[i]
            let detail = max(-0.18, min(0.18, level - base.samples[i]))
            let target = max(0, min(1, level + boost * detail))
            let gain = max(0.25, min(2.5, (target * target + 0.002) / (level * level + 0.002)))
            let peak = max(planes.red[i], planes.green[i], planes.blue[i])
            let bounded = peak * gain > 1 ? max(1, 1 / max(peak, 1e-4)) : gain
            planes.red[i] *= bounded
            planes.green[i] *= bounded
            planes.blue[i] *= bounded
        }
        var grade = ColorGrade()
        grade.exposure = -0.5 * amount
        grade.contrast = 1 + 0.3 * amount
        grade.saturation = 1 - 0.45 * amount
        grade.shadowTint = OkLab.plane(hue: 250, chroma: 0.025 * amount)
        return grade.applied(to: planes.linearImage(alphaOf: self)).vignetted(stops: 0.9 * amount)
    }
}
