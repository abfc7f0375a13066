/// Samples square planes where a map sends each pixel, edge pixels repeated outside.
///
/// `AlignmentWarp` samples slopes too, and leaves out what falls outside.
struct AlignmentSampler {
    let map: Alignment
    let side: Int

    init(_ map: Alignment, side: Int) {
        self.map = map
        self.side = side
    }

    /// The plane's samples under the map, interpolated bilinearly: for smooth planes.
    func sample(_ plane: Plane<Float>) -> [Float] {
        var result = [Float](repeating: 0, count: side * side)
        for y in 0..<side { sampleRow(y, of: plane.samples.span, into: &result) }
        return result
    }

    /// The plane's samples under the map, interpolated by cubic convolution (R. G. Keys, 1981, with a = −½): half-way between
    /// pixels it keeps fine texture, which bilinear interpolation would wash out.
    /// - Complexity: O(pixels · 16).
    func sampleFinely(_ plane: Plane<Float>) -> [Float] {
        var result = [Float](repeating: 0, count: side * side)
        for y in 0..<side { sampleRowFinely(y, of: plane.samples.span, into: &result) }
        return result
    }

    /// Whether each pixel's image falls inside the plane.
    func inside() -> [Bool] {
        var result = [Bool](repeating: true, count: side * side)
        for y in 0..<side { markRow(y, in: &result) }
        return result
    }

    private func markRow(_ y: Int, in result: inout [Bool]) {
        let row = map.row(y, side: side)
        let limit = Float(side - 1)
        let n = Float(side)
        var target = result.mutableSpan
        for x in 0..<side {
            let u = (Float(x) + 0.5) / n - 0.5
            let column = row.column.0 + u * (row.column.1 + u * row.column.2)
            let line = row.row.0 + u * (row.row.1 + u * row.row.2)
            target[y * side + x] = column >= 0 && line >= 0 && column <= limit && line <= limit
        }
    }

    private func sampleRow(_ y: Int, of source: Span<Float>, into result: inout [Float]) {
        let row = map.row(y, side: side)
        let inverse = 1 / Float(side)
        var target = result.mutableSpan
        for x in 0..<side {
            let place = Place((Float(x) + 0.5) * inverse - 0.5, in: row, side: side)
            let (fx, fy) = (place.acrossFraction, place.downFraction)
            let corner = place.top * side + place.left
            let upper = source[corner] + (source[corner + 1] - source[corner]) * fx
            let lower = source[corner + side] + (source[corner + side + 1] - source[corner + side]) * fx
            target[y * side + x] = upper + (lower - upper) * fy
        }
    }

    private func sampleRowFinely(_ y: Int, of source: Span<Float>, into result: inout [Float]) {
        let row = map.row(y, side: side)
        let last = side - 1
        let inverse = 1 / Float(side)
        var target = result.mutableSpan
        for x in 0..<side {
            let place = Place((Float(x) + 0.5) * inverse - 0.5, in: row, side: side)
            let (left, top) = (place.left, place.top)
            let across = Self.cubicWeights(place.acrossFraction)
            let down = Self.cubicWeights(place.downFraction)
            let before = max(0, left - 1)
            let after = min(last, left + 2)
            var sum = SIMD4<Float>.zero
            for tap in 0..<4 {
                let start = max(0, min(last, top + tap - 1)) * side
                let values = SIMD4(
                    source[start + before], source[start + left], source[start + left + 1], source[start + after])
                sum += values * down[tap]
            }
            target[y * side + x] = (sum * across).sum()
        }
    }

    /// Where a pixel of a row is sampled: the upper left of the four samples around the place, and how far beyond it.
    private struct Place {
        let left: Int
        let top: Int
        let acrossFraction: Float
        let downFraction: Float

        @inline(__always) init(_ u: Float, in row: Alignment.Row, side: Int) {
            let limit = Float(side - 1)
            let column = max(0, min(limit, row.column.0 + u * (row.column.1 + u * row.column.2)))
            let line = max(0, min(limit, row.row.0 + u * (row.row.1 + u * row.row.2)))
            left = min(side - 2, Int(column))
            top = min(side - 2, Int(line))
            acrossFraction = column - Float(left)
            downFraction = line - Float(top)
        }
    }

    /// Weights of the four samples around a position, the second of which is `fraction` before it.
    @inline(__always) private static func cubicWeights(_ fraction: Float) -> SIMD4<Float> {
        let (f, f2) = (fraction, fraction * fraction)
        let f3 = f2 * f
        return SIMD4(
            f2 - 0.5 * (f3 + f), 1.5 * f3 - 2.5 * f2 + 1, 2 * f2 - 1.5 * f3 + 0.5 * f, 0.5 * (f3 - f2))
    }
}
