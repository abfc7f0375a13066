extension Plane<Float> {
    /// The same levels, 0…255, as floats.
    /// - Complexity: O(pixels).
    public init(_ plane: Plane<UInt8>) {
        self.init(size: plane.size, samples: plane.samples.map(Float.init))
    }
}

extension Plane<UInt8> {
    /// Samples rounded to the nearest level (halves to even) and clamped to 0…255.
    /// - Complexity: O(pixels).
    /// - Precondition: no sample is NaN.
    public init(rounding plane: Plane<Float>) {
        self.init(
            size: plane.size,
            samples: plane.samples.map { UInt8(min(max($0, 0), 255).rounded(.toNearestOrEven)) })
    }
}
