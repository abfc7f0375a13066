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

    /// Light, 0…1, of each 8-bit level.
    public static let linearOfLevel: [Float] = (0...topLevel).map { Float(linear(Double($0) / Double(topLevel))) }

    /// The 8-bit level nearest to `linear` light after encoding; light outside 0…1 is clamped, NaN gives 0.
    ///
    /// Agrees with rounding `255 * encoded(linear)` but needs no power: a coarse table gives a first level, and the
    /// exact bounds between levels correct it.
    /// - Complexity: O(1), seldom more than one step.
    public static func level(_ linear: Float) -> UInt8 {
        guard linear > 0 else { return 0 }
        guard linear < 1 else { return UInt8(topLevel) }
        var level = Int(firstLevel[Int(linear * Float(binCount))])
        while linear >= upperBound[level] { level += 1 }
        return UInt8(level)
    }

    /// Finer than the narrowest level of the linear segment (1 / (12.92 · 255)), so that a bin meets few levels.
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
