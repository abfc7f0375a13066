/// One colour in CIE 1976 L*a*b*, for the D65 white of the 2° observer: distances are about as large as they look.
///
/// Equal to scikit-image's `rgb2lab` and `lab2rgb` within 1e-9.
/// Reference: CIE 15, Colorimetry; sRGB primaries as in IEC 61966-2-1.
public struct LabColor: Sendable, Equatable {
    /// L*, from 0 (black) to 100 (white).
    public var lightness: Double
    /// a*, from green (negative) to red (positive); about −86…98 within sRGB.
    public var a: Double
    /// b*, from blue (negative) to yellow (positive); about −108…94 within sRGB.
    public var b: Double

    /// Creates a colour from its coordinates.
    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// Converts an encoded sRGB colour.
    public init(_ color: RGBColor) {
        self.init(
            linearRed: SRGBTransfer.linear(color.red), green: SRGBTransfer.linear(color.green),
            blue: SRGBTransfer.linear(color.blue))
    }

    /// Converts linear light.
    init(linearRed red: Double, green: Double, blue: Double) {
        let xyz = CIE.xyz(linear: SIMD3(red, green, blue))
        let (x, y, z) = (CIE.response(xyz.x / CIE.whiteX), CIE.response(xyz.y), CIE.response(xyz.z / CIE.whiteZ))
        self.init(
            lightness: CIE.lightnessScale * y - CIE.lightnessOffset, a: CIE.aScale * (x - y), b: CIE.bScale * (y - z))
    }

    /// The colour difference ΔE*ab of CIE 1976: the Euclidean distance; about 2.3 is just noticeable.
    public func distance(to other: LabColor) -> Double {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return (l * l + a * a + b * b).squareRoot()
    }
}

extension RGBColor {
    /// Converts from L*a*b*; colours that sRGB does not have are clamped component by component.
    public init(_ color: LabColor) {
        let y = (color.lightness + CIE.lightnessOffset) / CIE.lightnessScale
        let x = CIE.stimulus(y + color.a / CIE.aScale) * CIE.whiteX
        let z = CIE.stimulus(max(y - color.b / CIE.bScale, 0)) * CIE.whiteZ
        let color = SRGBTransfer.encoded(CIE.linear(xyz: SIMD3(x, CIE.stimulus(y), z)))
            .clamped(lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1))
        self.init(red: color.x, green: color.y, blue: color.z)
    }
}

/// CIE XYZ and the constants of L*a*b*.
enum CIE {
    /// Rows of the matrix from linear sRGB to XYZ.
    private static let xFromRGB = (0.412453, 0.357580, 0.180423)
    private static let yFromRGB = (0.212671, 0.715160, 0.072169)
    private static let zFromRGB = (0.019334, 0.119193, 0.950227)
    /// XYZ of D65 for the 2° observer; Y is 1.
    static let whiteX = 0.95047
    static let whiteZ = 1.08883
    /// L* = 116 f(Y) − 16, a* = 500 (f(X) − f(Y)), b* = 200 (f(Y) − f(Z)).
    static let lightnessScale = 116.0
    static let lightnessOffset = 16.0
    static let aScale = 500.0
    static let bScale = 200.0
    /// Below this share of white the cube root gives way to a line.
    static let stimulusBreak = 0.008856
    /// The cube root of the break.
    static let responseBreak = 0.2068966
    static let lineSlope = 7.787
    static let lineOffset = lightnessOffset / lightnessScale

    /// XYZ of linear sRGB; the luminance of white is 1.
    static func xyz(linear c: SIMD3<Double>) -> SIMD3<Double> {
        product((xFromRGB, yFromRGB, zFromRGB), c)
    }

    /// Linear sRGB of XYZ, which may leave 0…1.
    static func linear(xyz c: SIMD3<Double>) -> SIMD3<Double> {
        product(inverse, c)
    }

    private typealias Row = (Double, Double, Double)

    private static func product(_ rows: (Row, Row, Row), _ c: SIMD3<Double>) -> SIMD3<Double> {
        func sum(_ row: Row) -> Double { row.0 * c.x + row.1 * c.y + row.2 * c.z }
        return SIMD3(sum(rows.0), sum(rows.1), sum(rows.2))
    }

    static func response(_ stimulus: Double) -> Double {
        stimulus > stimulusBreak ? cubeRoot(stimulus) : lineSlope * stimulus + lineOffset
    }

    static func stimulus(_ response: Double) -> Double {
        response > responseBreak ? response * response * response : (response - lineOffset) / lineSlope
    }

    /// By Cramer's rule: each row is a cross product of the matrix's columns over the determinant.
    private static let inverse: (Row, Row, Row) = {
        let (x, y, z) = (xFromRGB, yFromRGB, zFromRGB)
        let determinant =
            x.0 * (y.1 * z.2 - y.2 * z.1) - x.1 * (y.0 * z.2 - y.2 * z.0) + x.2 * (y.0 * z.1 - y.1 * z.0)
        func row(_ a: Double, _ b: Double, _ c: Double) -> Row {
            (a / determinant, b / determinant, c / determinant)
        }
        return (
            row(y.1 * z.2 - y.2 * z.1, x.2 * z.1 - x.1 * z.2, x.1 * y.2 - x.2 * y.1),
            row(y.2 * z.0 - y.0 * z.2, x.0 * z.2 - x.2 * z.0, x.2 * y.0 - x.0 * y.2),
            row(y.0 * z.1 - y.1 * z.0, x.1 * z.0 - x.0 * z.1, x.0 * y.1 - x.1 * y.0)
        )
    }()
}
