/// A plane interleaved with its derivatives in units of the side, so that one fetch brings all three.
struct SlopedPlane {
    let side: Int
    let samples: [SIMD4<Float>]

    init(_ plane: Plane<Float>) {
        side = plane.width
        let gradient = SobelGradient(of: plane)
        let scale = Float(plane.width) / AffineAligner.sobelScale
        samples = plane.samples.indices.map {
            SIMD4(plane.samples[$0], gradient.horizontal.samples[$0] * scale, gradient.vertical.samples[$0] * scale, 0)
        }
    }
}

/// The candidate sampled where the map sends the reference's pixels, for those that fall inside.
struct AffineWarp {
    struct Statistics {
        let referenceMean: Double
        let candidateMean: Double
        let referenceDeviation: Double
        let candidateDeviation: Double
        let correlation: Double
    }

    let side: Int
    /// Pixels in the overlap; only so many entries of the arrays below count.
    private(set) var count = 0
    /// u, v, the reference's value, nothing.
    private var points: [SIMD4<Float>]
    /// The candidate's value, its horizontal and its vertical slope, nothing.
    private var warped: [SIMD4<Float>]

    init(side: Int) {
        self.side = side
        points = Array(repeating: .zero, count: side * side)
        warped = points
    }

    mutating func apply(_ parameters: [Double], reference: Plane<Float>, candidate: SlopedPlane) {
        count = Self.sample(
            parameters.map { Float($0) }, side: side, reference: reference, candidate: candidate, points: &points,
            warped: &warped)
    }

    private static func sample(
        _ p: [Float], side: Int, reference: Plane<Float>, candidate: SlopedPlane, points: inout [SIMD4<Float>],
        warped: inout [SIMD4<Float>]
    ) -> Int {
        let n = Float(side)
        let limit = Float(side - 1)
        let (p0, p1, p2, p3, p4, p5) = (p[0], p[1], p[2], p[3], p[4], p[5])
        let source = candidate.samples.span
        let values = reference.samples.span
        var pointTarget = points.mutableSpan
        var warpTarget = warped.mutableSpan
        var next = 0
        for y in 0..<side {
            let v = (Float(y) + 0.5) / n - 0.5
            for x in 0..<side {
                let u = (Float(x) + 0.5) / n - 0.5
                let column = (u + p0 * u + p1 * v + p2 + 0.5) * n - 0.5
                let row = (v + p3 * u + p4 * v + p5 + 0.5) * n - 0.5
                guard column >= 0, row >= 0, column <= limit, row <= limit else { continue }
                let left = min(side - 2, Int(column))
                let top = min(side - 2, Int(row))
                let fx = column - Float(left)
                let fy = row - Float(top)
                let corner = top * side + left
                let upper = source[corner] + (source[corner + 1] - source[corner]) * fx
                let lower = source[corner + side] + (source[corner + side + 1] - source[corner + side]) * fx
                pointTarget[next] = SIMD4(u, v, values[y * side + x], 0)
                warpTarget[next] = upper + (lower - upper) * fy
                next += 1
            }
        }
        return next
    }

    var statistics: Statistics {
        let first = points.span
        let second = warped.span
        var sums = SIMD4<Double>.zero
        var products = 0.0
        for i in 0..<count {
            let a = Double(first[i].z)
            let b = Double(second[i].x)
            sums += SIMD4(a, b, a * a, b * b)
            products += a * b
        }
        let n = Double(count)
        let (meanA, meanB) = (sums.x / n, sums.y / n)
        let floor = AffineAligner.deviationFloor
        let deviationA = max(0, sums.z / n - meanA * meanA).squareRoot() + floor
        let deviationB = max(0, sums.w / n - meanB * meanB).squareRoot() + floor
        return Statistics(
            referenceMean: meanA, candidateMean: meanB, referenceDeviation: deviationA, candidateDeviation: deviationB,
            correlation: (products / n - meanA * meanB) / (deviationA * deviationB))
    }

    /// The weighted normal equations of the next step, with the mean taken out of every column of the Jacobian.
    func normalEquations(_ statistics: Statistics) -> NormalEquations {
        let gain = Float(statistics.referenceDeviation / statistics.candidateDeviation)
        let meanA = Float(statistics.referenceMean)
        let meanB = Float(statistics.candidateMean)
        let inverseScale = 1 / (AffineAligner.robustScale * Float(statistics.referenceDeviation))
        let first = points.span
        let second = warped.span
        var equations = NormalEquations()
        var start = 0
        while start < count {
            let end = min(count, start + side)
            var rows = (
                SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero,
                SIMD8<Float>.zero
            )
            var plain = SIMD8<Float>.zero
            var weighted = SIMD8<Float>.zero
            for i in start..<end {
                let u = first[i].x
                let v = first[i].y
                let slopes = second[i] * gain
                let residual = first[i].z - meanA - (second[i].x - meanB) * gain
                let scaled = residual * inverseScale
                let weight = 1 / (1 + scaled * scaled)
                // The six columns of the Jacobian, a one and the residual.
                let entry = SIMD8<Float>(
                    slopes.y * u, slopes.y * v, slopes.y, slopes.z * u, slopes.z * v, slopes.z, 1, residual)
                let product = entry * weight
                rows.0 += product * entry[0]
                rows.1 += product * entry[1]
                rows.2 += product * entry[2]
                rows.3 += product * entry[3]
                rows.4 += product * entry[4]
                rows.5 += product * entry[5]
                plain += entry
                weighted += product
            }
            equations.add(
                rows: [rows.0, rows.1, rows.2, rows.3, rows.4, rows.5], plain: plain, weighted: weighted,
                count: end - start)
            start = end
        }
        return equations
    }
}
