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
        let grows = target.width > width || target.height > height
        let columns = AreaTaps(from: width, to: target.width, interpolating: grows)
        let rows = AreaTaps(from: height, to: target.height, interpolating: grows)
        var result: [Float] = []
        result.reserveCapacity(target.pixelCount)
        var narrowed = [Float](repeating: 0, count: target.width)
        var heldRow: Int?
        var sums = [Float](repeating: 0, count: target.width)
        let source = samples.span
        for y in 0..<target.height {
            for x in sums.indices { sums[x] = 0 }
            for tap in rows.range(of: y) {
                let row = rows.indices[tap]
                if heldRow != row {
                    let line = source.extracting((row * width)..<((row + 1) * width))
                    columns.resample(line, into: &narrowed)
                    heldRow = row
                }
                let weight = rows.weights[tap]
                for x in sums.indices { sums[x] += weight * narrowed[x] }
            }
            result += sums
        }
        return Plane(size: target, samples: result)
    }
}
