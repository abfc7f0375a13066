extension Plane where Sample == Float {
    /// The plane at another size, each sample the mean of the area that it covers.
    ///
    /// Equal to OpenCV 5.0 `resize` with `INTER_AREA` on 32-bit floats, without any difference. The exception is when both
    /// axes shrink by a whole number, where OpenCV adds up each block in one single-precision total: then within 1e-3 for
    /// samples in 0…255 and blocks of up to 128 × 128 samples (beyond, its total wears out).
    ///
    /// Partly covered samples count by the part that is covered. As in OpenCV, when either axis grows both axes interpolate
    /// between two neighbouring samples instead, with a ramp only across the border between them, and an axis that shrinks
    /// then skips samples.
    /// - Complexity: O(source pixels + target pixels).
    public func areaResized(to target: Size) -> Plane<Float> {
        if target == size { return self }
        return AreaTaps.resized(from: size, to: target) { y, columns, narrowed in
            columns.resample(row(y), into: &narrowed)
        }
    }
}

extension Plane<UInt8> {
    /// The plane at another size by area averaging, not rounded: equal to that of the same levels as floats, without any
    /// difference.
    ///
    /// Where each weight is a sum of a few powers of two, as when 1024 samples become 512, 192, 144, 128 or 120, rows are
    /// added up as whole numbers before they are narrowed, which is several times faster and then exact.
    /// - Complexity: O(source pixels + target pixels).
    func areaResized(to target: Size) -> Plane<Float> {
        if target == size { return Plane<Float>(self) }
        if let sums = AreaSums(from: size, to: target) { return sums.resize(self) }
        var line = [Float](repeating: 0, count: width)
        return AreaTaps.resized(from: size, to: target) { y, columns, narrowed in
            widen(row(y), into: &line)
            columns.resample(line.span, into: &narrowed)
        }
    }
}

private func widen(_ row: Span<UInt8>, into line: inout [Float]) {
    var target = line.mutableSpan
    precondition(row.count == target.count)
    for i in 0..<row.count { target[i] = Float(row[i]) }
}
