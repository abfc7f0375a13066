extension Image {
    /// The picture with one hue in its shadows and another in its highlights, as toned darkroom prints have.
    ///
    /// Hues are OkLab angles in degrees (20 red, 70 orange, 110 yellow, 145 green, 195 teal, 250 blue, 310 purple);
    /// `amount` 0...1 is the tints' strength (an OkLab chroma of 0.10 at 1), and dampens the picture's own colours.
    public func splitToned(shadowHue: Double, highlightHue: Double, amount: Double) -> Image {
        var grade = ColorGrade()
        grade.shadowTint = OkLab.plane(hue: shadowHue, chroma: 0.10 * amount)
        grade.highlightTint = OkLab.plane(hue: highlightHue, chroma: 0.085 * amount)
        grade.saturation = 1 - 0.25 * amount
        grade.contrast = 1 + 0.15 * amount
        return grade.applied(to: self)
    }

    /// The picture with teal shadows and orange highlights: complements that set skin off from its surroundings.
    ///
    /// - Parameter amount: 0...1.
    public func tealAndOrange(amount: Double) -> Image {
        splitToned(shadowHue: 215, highlightHue: 65, amount: amount)
    }
}

extension OkLab {
    /// The a and b of a hue in degrees and a chroma.
    static func plane(hue: Double, chroma: Double) -> SIMD2<Double> {
        SIMD2(cosine(hue * .pi / 180), sine(hue * .pi / 180)) * chroma
    }

    /// The hue of a and b, in degrees, 0 ..< 360.
    static func hue(_ lab: SIMD3<Double>) -> Double {
        let angle = arcTangent(lab.z, lab.y) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }

    /// 1 at a hue, falling smoothly to 0 at `width` degrees from it.
    static func nearness(_ hue: Double, to center: Double, width: Double) -> Double {
        var distance = abs(hue - center)
        if distance > 180 { distance = 360 - distance }
        return 1 - ColorGrade.smoothStep(distance / width)
    }
}
