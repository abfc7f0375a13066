/// Samples square planes where an affine map sends each pixel, bilinearly, edge pixels repeated outside.
///
/// Positions and weights are kept for several planes under one map. `AffineWarp` uses each map once, on interleaved
/// slopes, and leaves out what falls outside, so it computes them as it goes.
struct AffineSampler {
    let side: Int
    /// Whether each pixel's image falls inside the plane.
    let inside: [Bool]
    /// Index of the upper left of the four samples that are blended.
    private let corners: [Int32]
    /// Weights of the right and the lower ones.
    private let weights: [SIMD2<Float>]

    init(_ map: AffineAlignment, side: Int) {
        self.side = side
        var inside: [Bool] = []
        var corners: [Int32] = []
        var weights: [SIMD2<Float>] = []
        inside.reserveCapacity(side * side)
        corners.reserveCapacity(side * side)
        weights.reserveCapacity(side * side)
        let n = Float(side)
        let limit = Float(side - 1)
        let p = map.parameters.map { Float($0) }
        for y in 0..<side {
            let v = (Float(y) + 0.5) / n - 0.5
            for x in 0..<side {
                let u = (Float(x) + 0.5) / n - 0.5
                let column = (u + p[0] * u + p[1] * v + p[2] + 0.5) * n - 0.5
                let row = (v + p[3] * u + p[4] * v + p[5] + 0.5) * n - 0.5
                inside.append(column >= 0 && row >= 0 && column <= limit && row <= limit)
                let clampedColumn = max(0, min(limit, column))
                let clampedRow = max(0, min(limit, row))
                let left = min(side - 2, Int(clampedColumn))
                let top = min(side - 2, Int(clampedRow))
                corners.append(Int32(top * side + left))
                weights.append(SIMD2(clampedColumn - Float(left), clampedRow - Float(top)))
            }
        }
        self.inside = inside
        self.corners = corners
        self.weights = weights
    }

    /// The plane's samples under the map.
    func sample(_ plane: Plane<Float>) -> [Float] {
        var result = [Float](repeating: 0, count: corners.count)
        let source = plane.samples.span
        for i in corners.indices {
            let corner = Int(corners[i])
            let upper = source[corner] + (source[corner + 1] - source[corner]) * weights[i].x
            let lower = source[corner + side] + (source[corner + side + 1] - source[corner + side]) * weights[i].x
            result[i] = upper + (lower - upper) * weights[i].y
        }
        return result
    }
}
