extension Plane<Float> {
    /// The same levels, 0…255, as floats.
    /// - Complexity: O(pixels).
    public init(_ plane: Plane<UInt8>) {
        var samples = [Float](repeating: 0, count: plane.samples.count)
        var target = samples.mutableSpan
        let source = plane.samples.span
        precondition(source.count == target.count)
        for i in 0..<source.count { target[i] = Float(source[i]) }
        self.init(size: plane.size, samples: samples)
    }
}

extension Plane<UInt8> {
    /// Samples rounded to the nearest level (halves to even) and clamped to 0…255.
    /// - Complexity: O(pixels).
    /// - Precondition: no sample is NaN.
    public init(rounding plane: Plane<Float>) {
        var samples = [UInt8](repeating: 0, count: plane.samples.count)
        var target = samples.mutableSpan
        let source = plane.samples.span
        precondition(source.count == target.count)
        for i in 0..<source.count { target[i] = Self.rounded(source[i]) }
        self.init(size: plane.size, samples: samples)
    }

    /// Adding 2²³ leaves no bits after the binary point and the level in the lowest eight: the addition rounds.
    private static func rounded(_ value: Float) -> UInt8 {
        UInt8(truncatingIfNeeded: (Swift.min(Swift.max(value, 0), 255) + 0x1p23).bitPattern)
    }
}
