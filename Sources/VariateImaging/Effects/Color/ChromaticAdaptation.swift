/// White balance: how colours lit by one daylight look under another, by Bradford's cone responses (Lam 1985).
struct ChromaticAdaptation: Sendable {
    private let rows: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)

    /// The largest channel that white becomes.
    let brightest: Double

    /// Adapts from the white of one correlated colour temperature to another's, in kelvin (2000...25000).
    ///
    /// White keeps its luminance.
    init(from source: Double, to target: Double) {
        let before = Self.bradford(Self.white(temperature: source))
        let after = Self.bradford(Self.white(temperature: target))
        let gain = after / before
        func adapted(_ light: SIMD3<Double>) -> SIMD3<Double> {
            CIE.linear(xyz: Self.inverseBradford(Self.bradford(CIE.xyz(linear: light)) * gain))
        }
        let red = adapted(SIMD3(1, 0, 0))
        let green = adapted(SIMD3(0, 1, 0))
        let blue = adapted(SIMD3(0, 0, 1))
        let scale = 1 / ((red + green + blue) * Luminance.weights).sum()
        rows = (
            SIMD3(red.x, green.x, blue.x) * scale, SIMD3(red.y, green.y, blue.y) * scale,
            SIMD3(red.z, green.z, blue.z) * scale
        )
        brightest = max(rows.0.sum(), rows.1.sum(), rows.2.sum())
    }

    /// The linear colour under the other light; it may leave [0, 1].
    func applied(to light: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3((rows.0 * light).sum(), (rows.1 * light).sum(), (rows.2 * light).sum())
    }

    /// XYZ of a white of luminance 1: CIE daylight from 4000 K up (Judd, MacAdam and Wyszecki 1964), and the black
    /// body below (Kim et al. 2002's cubic).
    static func white(temperature: Double) -> SIMD3<Double> {
        let t = max(2000, min(temperature, 25_000))
        let k = 1000 / t
        let x: Double
        let y: Double
        if t >= 4000 {
            x =
                t <= 7000
                ? 0.244063 + 0.09911 * k + 2.9678 * k * k - 4.6070 * k * k * k
                : 0.237040 + 0.24748 * k + 1.9018 * k * k - 2.0064 * k * k * k
            y = -3 * x * x + 2.870 * x - 0.275
        } else {
            x = 0.179910 + 0.8776956 * k - 0.2343589 * k * k - 0.2661239 * k * k * k
            y =
                t >= 2222
                ? -0.16748867 + 2.09137015 * x - 1.37418593 * x * x - 0.9549476 * x * x * x
                : -0.20219683 + 2.18555832 * x - 1.34811020 * x * x - 1.1063814 * x * x * x
        }
        return SIMD3(x / y, 1, (1 - x - y) / y)
    }

    private static func bradford(_ c: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            0.8951 * c.x + 0.2664 * c.y - 0.1614 * c.z, -0.7502 * c.x + 1.7135 * c.y + 0.0367 * c.z,
            0.0389 * c.x - 0.0685 * c.y + 1.0296 * c.z)
    }

    private static func inverseBradford(_ c: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            0.9869929 * c.x - 0.1470543 * c.y + 0.1599627 * c.z, 0.4323053 * c.x + 0.5183603 * c.y + 0.0492912 * c.z,
            -0.0085287 * c.x + 0.0400428 * c.y + 0.9684867 * c.z)
    }
}
