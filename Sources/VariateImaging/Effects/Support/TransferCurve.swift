/// The sRGB transfer curve between encoded samples and linear light (IEC 61966-2-1).
enum TransferCurve {
    /// Linear light of each 8-bit sample.
    static let linear: [Float] = (0...255).map { Float(decoded(Double($0) / 255)) }

    /// Steps of the encoding table; between them the curve is interpolated (error below 0.02 of an 8-bit level).
    static let steps = 4096
    /// Encoded value at every step of linear light from 0 to 1, with one entry more so that 1 has a right neighbour.
    static let encoding: [Float] = (0...steps + 1).map { Float(encoded(Double(min($0, steps)) / Double(steps))) }

    /// Linear light in [0, 1] of an encoded value in [0, 1].
    static func decoded(_ value: Double) -> Double {
        value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)
    }

    /// Encoded value in [0, 1] of linear light in [0, 1].
    static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? light * 12.92 : 1.055 * power(light, 1 / 2.4) - 0.055
    }

    /// Encoded value by the table, which the caller holds outside its loop; light outside [0, 1] is clamped.
    @inline(__always)
    static func encoded(_ light: Float, _ table: [Float]) -> Float {
        let position = max(0, min(light, 1)) * Float(steps)
        let step = Int(position)
        let low = table[step]
        return low + (table[step + 1] - low) * (position - Float(step))
    }
}
