extension Image {
    /// The picture in the low, warm light before sunset: lit from one side, long shade on the other.
    ///
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - direction: where the sun stands, in degrees: 0 right, 90 above, 180 left.
    public func goldenHour(amount: Double, direction: Double = 160) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 - 2100 * amount
        grade.contrast = 1 + 0.18 * amount
        grade.vibrance = 1 + 0.3 * amount
        grade.highlightTint = OkLab.plane(hue: 75, chroma: 0.035 * amount)
        grade.shadowTint = OkLab.plane(hue: 20, chroma: 0.02 * amount)
        let strength = Float(amount)
        let light = Relighting(
            light: 1 + SIMD3(0.65, 0.38, 0.02) * strength, shade: 1 - SIMD3(0.42, 0.5, 0.46) * strength,
            relief: 0.25 * amount, direction: direction)
        return light.applied(to: grade.applied(to: self), reach: Ramp(direction: direction, softness: 1.1).value)
    }

    /// The picture at sunset: an orange band low in the sky, purple above, the ground in dusk.
    ///
    /// - Parameter amount: 0...1.
    public func sunset(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = -0.35 * amount
        grade.contrast = 1 + 0.2 * amount
        grade.highlightTint = OkLab.plane(hue: 55, chroma: 0.07 * amount)
        grade.shadowTint = OkLab.plane(hue: 315, chroma: 0.055 * amount)
        grade.saturation = 1 - 0.1 * amount
        let strength = Float(amount)
        let band = Relighting(
            light: 1 + SIMD3(0.75, 0.22, -0.18) * strength, shade: 1 - SIMD3(0.36, 0.46, 0.26) * strength)
        return band.applied(to: grade.applied(to: self)) { _, v in
            let distance = (v - 0.42) / (v < 0.42 ? 0.36 : 0.3)
            return exponential(-distance * distance)
        }
    }

    /// The picture in the blue light after sunset: dim, cool, and soft, with the warm lights kept.
    ///
    /// - Parameter amount: 0...1.
    public func blueHour(amount: Double) -> Image {
        twilight(exposure: -0.95 * amount, bluish: 0.075 * amount, saturation: 1 - 0.45 * amount, contrast: 1.12)
            .vignetted(stops: 0.5 * amount)
    }

    /// The picture as if taken at night, from one taken by day.
    ///
    /// Exposure falls, colours fade and shift towards blue as rods take over from cones (the Purkinje shift: their
    /// peak lies at 507 nm, so reds darken most), warm highlights stay, and the sky side darkens most. After Jensen
    /// et al.: Night rendering, 2000, and Kirk and O'Brien: Perceptually based tone mapping for low-light conditions, 2011.
    /// - Parameter amount: 0...1.
    public func night(amount: Double) -> Image {
        let dimmed = twilight(
            exposure: -1.25 - 0.6 * amount, bluish: 0.035 + 0.035 * amount, saturation: 0.5 - 0.2 * amount,
            contrast: 1.3)
        let floor = Float(1 - 0.55 * amount)
        let sky = Relighting(
            light: SIMD3(repeating: 1.12), shade: SIMD3(floor * 0.95, floor, floor * 1.06))
        return sky.applied(to: dimmed) { u, v in
            let (x, y) = (u - 0.5, v - 0.62)
            return exponential(-(x * x / 0.32 + y * y / 0.2))
        }
    }

    /// Rod vision mixed into cone vision: lightness from a blue-green weighted luminance, a blue cast, less colour.
    private func twilight(exposure: Double, bluish: Double, saturation: Double, contrast: Double) -> Image {
        let gain = power(2, exposure)
        let rodWeights = SIMD3(0.06, 0.60, 0.34)
        let cast = OkLab.plane(hue: 262, chroma: bluish)
        return recolored { encoded in
            let light = SIMD3(
                TransferCurve.decoded(encoded.x), TransferCurve.decoded(encoded.y), TransferCurve.decoded(encoded.z))
            let lab = OkLab.lab(linear: light)
            let chroma = (lab.y * lab.y + lab.z * lab.z).squareRoot()
            let rods = (light * rodWeights).sum()
            let cones = (light * Luminance.weights).sum()
            // Lamps and windows are bright and warm: they keep more of their light and colour.
            let lamp =
                OkLab.nearness(OkLab.hue(lab), to: 70, width: 60) * ColorGrade.smoothStep((chroma - 0.07) / 0.1)
                * ColorGrade.smoothStep((lab.x - 0.6) / 0.3)
            let kept = gain + (1 - gain) * 0.55 * lamp
            let lightness = cubeRoot((rods * 0.65 + cones * 0.35) * kept)
            let tone = ColorGrade.curve(min(1, lightness), slope: contrast, pivot: 0.5)
            let share = saturation + (1 - saturation) * lamp
            let presence = min(1, 6 * tone) * (1 - lamp)
            let plane = SIMD2(lab.y, lab.z) * share * min(1, 0.35 + tone) + cast * presence
            return OkLab.encoded(lab: SIMD3(0.015 + 0.985 * tone, plane))
        }
    }

    /// The picture under a closed, grey sky: even, cool light and soft shadows.
    ///
    /// - Parameter amount: 0...1.
    public func overcast(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 + 2600 * amount
        grade.saturation = 1 - 0.5 * amount
        grade.exposure = -0.3 * amount
        grade.white = 1 - 0.1 * amount
        grade.black = 0.03 * amount
        grade.gamma = 1 - 0.08 * amount
        return grade.applied(to: evenedOut(amount: 0.6 * amount))
    }

    /// The picture in early mist: pale, rosy light over a bluish haze.
    ///
    /// - Parameter amount: 0...1.
    public func dawnMist(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.highlightTint = OkLab.plane(hue: 35, chroma: 0.045 * amount)
        grade.shadowTint = OkLab.plane(hue: 275, chroma: 0.035 * amount)
        grade.saturation = 1 - 0.25 * amount
        return grade.applied(to: hazed(amount: 0.25 + 0.4 * amount, airHue: 30, airChroma: 0.03))
    }

    /// The picture in the hard light of noon: bright, clear, blue shade, strong colours.
    ///
    /// - Parameter amount: 0...1.
    public func noon(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.75 * amount
        grade.contrast = 1 + 0.6 * amount
        grade.pivot = 0.64
        grade.vibrance = 1 + 0.5 * amount
        grade.temperature = 6504 - 500 * amount
        grade.shadowTint = OkLab.plane(hue: 255, chroma: 0.03 * amount)
        return grade.applied(to: self)
    }

    /// The picture with its broad differences of brightness reduced and its detail kept: no cast shadows to speak of.
    ///
    /// The base layer is a guided filter of log luminance (Durand and Dorsey 2002 with a guided filter for the bilateral).
    func evenedOut(amount: Double) -> Image {
        var planes = ColorPlanes(linear: self)
        let luminance = planes.luminance()
        var root = luminance
        for i in 0..<root.samples.count { root.samples[i] = root.samples[i].squareRoot() }
        let small = root.reduced(toLongestSide: 384)
        let model = GuidedModel(
            fitting: small, to: small, radius: max(2, small.size.longestSide / 20), epsilon: 0.01)
        let base = model.applied(to: root)
        var mean: Float = 0
        for value in small.samples { mean += value }
        mean = max(0.05, mean / Float(small.samples.count))
        let share = Float(amount)
        for i in 0..<size.pixelCount {
            let ratio = mean / max(0.04, base.samples[i])
            // Lifts are kept to two stops, so that deep shadows show no noise.
            let gain = 1 + share * (max(0.5, min(2, ratio)) - 1)
            let factor = gain * (gain > 1 ? 1 : gain)
            let peak = max(planes.red[i], planes.green[i], planes.blue[i])
            let bounded = peak * factor > 1 ? 1 / peak : factor
            planes.red[i] *= bounded
            planes.green[i] *= bounded
            planes.blue[i] *= bounded
        }
        return planes.linearImage(alphaOf: self)
    }
}
