/// The OkLab perceptual space (Ottosson 2020): lightness 0...1, and two opponent axes of about ±0.4.
enum OkLab {
    /// OkLab of linear sRGB.
    static func lab(linear c: SIMD3<Double>) -> SIMD3<Double> {
        let l = cubeRoot(0.4122214708 * c.x + 0.5363325363 * c.y + 0.0514459929 * c.z)
        let m = cubeRoot(0.2119034982 * c.x + 0.6806995451 * c.y + 0.1073969566 * c.z)
        let s = cubeRoot(0.0883024619 * c.x + 0.2817188376 * c.y + 0.6299787005 * c.z)
        return SIMD3(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
    }

    /// Linear sRGB of OkLab, which may lie outside [0, 1].
    static func linear(lab c: SIMD3<Double>) -> SIMD3<Double> {
        let l = c.x + 0.3963377774 * c.y + 0.2158037573 * c.z
        let m = c.x - 0.1055613458 * c.y - 0.0638541728 * c.z
        let s = c.x - 0.0894841775 * c.y - 1.2914855480 * c.z
        let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
        return SIMD3(
            4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
            -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
            -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3)
    }

    /// OkLab of an encoded sRGB colour in [0, 1].
    static func lab(encoded c: SIMD3<Double>) -> SIMD3<Double> {
        lab(linear: SRGBTransfer.linear(c))
    }

    /// Encoded sRGB of OkLab, brought into gamut at constant luminance.
    static func encoded(lab c: SIMD3<Double>) -> SIMD3<Double> {
        SRGBTransfer.encoded(Gamut.mapped(linear(lab: c)))
    }
}

extension OkLab {
    /// The distance from the grey axis.
    static func chroma(_ lab: SIMD3<Double>) -> Double {
        (lab.y * lab.y + lab.z * lab.z).squareRoot()
    }

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

/// Brings colours into the sRGB cube.
enum Gamut {
    /// The linear colour moved towards the grey of its own luminance until every channel lies in [0, 1].
    static func mapped(_ c: SIMD3<Double>) -> SIMD3<Double> {
        let grey = max(0, min((c * Luminance.weights).sum(), 1))
        var share = 1.0
        for channel in 0..<3 {
            let value = c[channel]
            if value > 1 {
                share = min(share, (1 - grey) / (value - grey))
            } else if value < 0 {
                share = min(share, grey / (grey - value))
            }
        }
        let result = SIMD3(repeating: grey) + (c - SIMD3(repeating: grey)) * share
        return result.clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1))
    }
}
