/// The sRGB transfer function of IEC 61966-2-1, between encoded values and light, both 0…1.
public enum SRGBTransfer {
    private static let encodedBreak = 0.04045
    private static let linearBreak = 0.0031308
    private static let slope = 12.92
    private static let offset = 0.055
    private static let exponent = 2.4
    private static let topLevel = 255

    /// Light, 0…1, for an encoded value 0…1.
    public static func linear(_ encoded: Double) -> Double {
        encoded > encodedBreak ? power((encoded + offset) / (1 + offset), exponent) : encoded / slope
    }

    /// Encoded value, 0…1, for light 0…1.
    public static func encoded(_ linear: Double) -> Double {
        linear > linearBreak ? (1 + offset) * power(linear, 1 / exponent) - offset : linear * slope
    }

    /// Light, 0…1, for encoded red, green and blue, 0…1.
    static func linear(_ encoded: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(linear(encoded.x), linear(encoded.y), linear(encoded.z))
    }

    /// Encoded red, green and blue, 0…1, for light 0…1.
    static func encoded(_ linear: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(encoded(linear.x), encoded(linear.y), encoded(linear.z))
    }

    /// Light, 0…1, of each 8-bit level.
    public static let linearOfLevel: [Float] = (0...topLevel).map { Float(linear(Double($0) / Double(topLevel))) }

    /// The 8-bit level nearest to `linear` light after encoding; light outside 0…1 is clamped, NaN gives 0.
    ///
    /// Agrees with rounding `255 * encoded(linear)` but needs no power: a table of bins gives a first level, and the exact
    /// bound between two levels corrects it.
    /// - Complexity: O(1).
    public static func level(_ linear: Float) -> UInt8 {
        level(linear, firstLevel: firstLevel.span, upperBound: upperBound.span)
    }

    /// Writes the levels (see `level(_:)`) of a plane of light into one channel of interleaved RGBA samples.
    /// - Complexity: O(pixels).
    static func encode(_ plane: Plane<Float>, into samples: inout [UInt8], channel: Int) {
        let (firstLevel, upperBound) = (Self.firstLevel, Self.upperBound)
        let (first, upper) = (firstLevel.span, upperBound.span)
        let light = plane.samples.span
        var target = samples.mutableSpan
        precondition(target.count == light.count * Image.channels)
        for i in light.indices {
            target[Image.channels * i + channel] = level(light[i], firstLevel: first, upperBound: upper)
        }
    }

    @inline(__always)
    private static func level(_ linear: Float, firstLevel: Span<UInt8>, upperBound: Span<Float>) -> UInt8 {
        guard linear > 0 else { return 0 }
        guard linear < 1 else { return .max }
        let level = firstLevel[Int(linear * Float(binCount))]
        return linear >= upperBound[Int(level)] ? level &+ 1 : level
    }

    /// Bins are narrower than any level (1 / (12.92 · 255), on the linear segment), so that none meets more than two.
    private static let binCount = 4096

    /// Light at which a level gives way to the next; the last is never reached.
    private static let upperBound: [Float] =
        (0..<topLevel).map { Float(linear((Double($0) + 0.5) / Double(topLevel))) } + [.infinity]

    /// The lowest level that each bin of light may have.
    private static let firstLevel: [UInt8] = (0..<binCount).map { bin in
        let light = Float(bin) / Float(binCount)
        return UInt8(upperBound.firstIndex { light < $0 } ?? topLevel)
    }
}
