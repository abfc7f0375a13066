extension Image {
    /// The picture printed in inks of two hues on tinted paper: lightness runs from the dark ink to the light one.
    ///
    /// Own recipe: a lightness curve through OkLab stops (OkLab: Ottosson 2020), after the duotones of offset printing.
    /// Hues are OkLab angles in degrees. `presence` 0...1 blends from the picture's own colours to the print.
    public func duotoned(darkHue: Double, lightHue: Double, presence: Double = 1) -> Image {
        toned(
            [
                SIMD3(0.14, OkLab.plane(hue: darkHue, chroma: 0.075)),
                SIMD3(0.52, OkLab.plane(hue: darkHue + Self.halfWay(from: darkHue, to: lightHue), chroma: 0.115)),
                SIMD3(0.96, OkLab.plane(hue: lightHue, chroma: 0.055)),
            ], presence: presence)
    }

    /// The picture printed in three inks: shadows, middle tones and highlights each have a hue of their own.
    ///
    /// Hues are OkLab angles in degrees. `presence` 0...1 blends from the picture's own colours to the print.
    public func tritoned(darkHue: Double, middleHue: Double, lightHue: Double, presence: Double = 1) -> Image {
        toned(
            [
                SIMD3(0.13, OkLab.plane(hue: darkHue, chroma: 0.09)),
                SIMD3(0.50, OkLab.plane(hue: middleHue, chroma: 0.14)),
                SIMD3(0.95, OkLab.plane(hue: lightHue, chroma: 0.08)),
            ], presence: presence)
    }

    /// Lightness mapped along a curve through OkLab stops, evenly spaced.
    private func toned(_ stops: [SIMD3<Double>], presence: Double) -> Image {
        recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let tone = ColorGrade.curve(max(0, min(lab.x, 1)), slope: 1.15, pivot: 0.55)
            let position = tone * Double(stops.count - 1)
            let stop = min(Int(position), stops.count - 2)
            let share = position - Double(stop)
            let ink = stops[stop] * (1 - share) + stops[stop + 1] * share
            return OkLab.encoded(lab: lab * (1 - presence) + ink * presence)
        }
    }

    /// The shorter half turn between two hues, in degrees.
    private static func halfWay(from: Double, to: Double) -> Double {
        var turn = (to - from).truncatingRemainder(dividingBy: 360)
        if turn > 180 { turn -= 360 }
        if turn < -180 { turn += 360 }
        return turn / 2
    }
}

extension SIMD3<Double> {
    /// A lightness and an OkLab plane as one colour.
    init(_ lightness: Double, _ plane: SIMD2<Double>) {
        self.init(lightness, plane.x, plane.y)
    }
}
