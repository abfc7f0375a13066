/// A photographic colour grade as data: what a darkroom would do to every pixel alike, in the order of the fields.
///
/// White balance and exposure act in linear light, contrast and colour in OkLab (Ottosson 2020); highlights roll off
/// instead of clipping, and what leaves the gamut loses saturation, never its hue.
struct ColorGrade: Sendable {
    /// Correlated colour temperature of the light that the picture is given, in kelvin; 6504 changes nothing.
    var temperature = ColorGrade.neutralTemperature
    /// Exposure, in stops.
    var exposure = 0.0
    /// Slope of lightness at `pivot`; 1 changes nothing.
    var contrast = 1.0
    /// OkLab lightness that contrast leaves in place.
    var pivot = 0.55
    /// Exponent of lightness: below 1 opens the shadows, above 1 closes them.
    var gamma = 1.0
    /// Factor of chroma.
    var saturation = 1.0
    /// Factor of the chroma of dull colours only, fading out towards vivid ones.
    var vibrance = 1.0
    /// Turn of the hue, in degrees, counter-clockwise in the OkLab plane (from red towards yellow).
    var hueTurn = 0.0
    /// Added to the OkLab axes a and b in the shadows.
    var shadowTint = SIMD2<Double>(0, 0)
    /// Added to the OkLab axes a and b in the highlights.
    var highlightTint = SIMD2<Double>(0, 0)
    /// Lightness that black is lifted to.
    var black = 0.0
    /// Lightness that white is lowered to.
    var white = 1.0

    static let neutralTemperature = 6504.0

    /// The grade as a transform of encoded sRGB.
    func transform() -> (SIMD3<Double>) -> SIMD3<Double> {
        let balance = ChromaticAdaptation(
            from: ColorGrade.neutralTemperature, to: temperature)
        let gain = power(2, exposure)
        let brightest = gain * balance.brightest
        let turn = SIMD2(cosine(hueTurn * .pi / 180), sine(hueTurn * .pi / 180))
        return { [self] encoded in
            var light = balance.applied(to: SRGBTransfer.linear(encoded)) * gain
            light *= Self.shoulder(peak: light.max(), brightest: brightest)
            return OkLab.encoded(lab: shaded(OkLab.lab(linear: light), turn: turn))
        }
    }

    /// The picture, graded.
    func applied(to image: Image) -> Image {
        image.recolored(transform())
    }

    private func shaded(_ lab: SIMD3<Double>, turn: SIMD2<Double>) -> SIMD3<Double> {
        var lightness = max(0, min(lab.x, 1))
        if gamma != 1 { lightness = power(lightness, gamma) }
        lightness = Self.curve(lightness, slope: contrast, pivot: pivot)
        var plane = SIMD2(lab.y, lab.z)
        if hueTurn != 0 {
            plane = SIMD2(plane.x * turn.x - plane.y * turn.y, plane.x * turn.y + plane.y * turn.x)
        }
        let chroma = (plane * plane).sum().squareRoot()
        let vivid = 0.16
        plane *= saturation * (1 + (vibrance - 1) * max(0, 1 - chroma / vivid))
        // Shadows and highlights blend over smoothly; pure black and white stay untinted, as on film base and paper.
        let bright = Self.smoothStep((lightness - 0.15) / 0.7)
        let presence = min(1, 5 * lightness, 7 * (1 - lightness) + 0.25)
        plane += (shadowTint * (1 - bright) + highlightTint * bright) * presence
        return SIMD3(black + (white - black) * lightness, plane.x, plane.y)
    }

    /// A slope through the pivot that runs into 0 and 1 without leaving them: two powers joined at the pivot.
    static func curve(_ value: Double, slope: Double, pivot: Double) -> Double {
        guard slope != 1 else { return value }
        if value < pivot { return pivot * power(value / pivot, slope) }
        return 1 - (1 - pivot) * power(max(0, 1 - value) / (1 - pivot), slope)
    }

    /// The factor that bends light whose brightest channel is `peak` under 1, hue kept: 1 up to the knee, then along a
    /// rational shoulder that reaches 1 at `brightest`.
    @inline(__always)
    static func shoulder<Value: BinaryFloatingPoint>(peak: Value, brightest: Value) -> Value {
        let knee: Value = 0.6
        guard brightest > 1, peak > knee else { return 1 }
        let slope = (brightest - knee) / (1 - knee)
        let share = min(1, (peak - knee) / (brightest - knee))
        return (knee + (1 - knee) * slope * share / (1 + (slope - 1) * share)) / peak
    }

    /// 0 up to 0, 1 from 1 on, and a cubic between.
    static func smoothStep(_ value: Double) -> Double {
        let t = max(0, min(value, 1))
        return t * t * (3 - 2 * t)
    }
}
