extension Image {
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
    func twilight(exposure: Double, bluish: Double, saturation: Double, contrast: Double) -> Image {
        let gain = power(2, exposure)
        let rodWeights = SIMD3(0.06, 0.60, 0.34)
        let cast = OkLab.plane(hue: 262, chroma: bluish)
        return recolored { encoded in
            let light = SRGBTransfer.linear(encoded)
            let lab = OkLab.lab(linear: light)
            let chroma = OkLab.chroma(lab)
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
}
