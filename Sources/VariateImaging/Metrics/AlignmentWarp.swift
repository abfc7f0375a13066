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
struct AlignmentWarp {
    struct Statistics {
        let referenceMean: Double
        let candidateMean: Double
        let referenceDeviation: Double
        let candidateDeviation: Double
        let correlation: Double
    }

    let side: Int
    /// Only every so many pixels of a row are sampled, shifted by one from row to row.
    let step: Int
    /// Pixels in the overlap; only so many entries of the arrays below count.
    private(set) var count = 0
    /// u, v, the reference's value, nothing.
    private var points: [SIMD4<Float>]
    /// The candidate's value, its horizontal and its vertical slope, nothing.
    private var warped: [SIMD4<Float>]

    init(side: Int, step: Int = 1) {
        self.side = side
        self.step = step
        points = Array(repeating: .zero, count: side * ((side + step - 1) / step))
        warped = points
    }

    /// Share of the sampled pixels that fall inside.
    var overlap: Double { Double(count) / Double(points.count) }

    mutating func apply(_ map: Alignment, reference: Plane<Float>, candidate: SlopedPlane) {
        count = 0
        for y in 0..<side {
            count = Self.sample(
                map.row(y, side: side), y: y, step: step, reference: reference, candidate: candidate, from: count,
                points: &points, warped: &warped)
        }
    }

    private static func sample(
        _ row: Alignment.Row, y: Int, step: Int, reference: Plane<Float>, candidate: SlopedPlane, from start: Int,
        points: inout [SIMD4<Float>], warped: inout [SIMD4<Float>]
    ) -> Int {
        let side = candidate.side
        let inverse = 1 / Float(side)
        let limit = Float(side - 1)
        let source = candidate.samples.span
        let values = reference.samples.span
        var pointTarget = points.mutableSpan
        var warpTarget = warped.mutableSpan
        var next = start
        let v = (Float(y) + 0.5) * inverse - 0.5
        var x = y % step
        while x < side {
            let u = (Float(x) + 0.5) * inverse - 0.5
            let column = row.column.0 + u * (row.column.1 + u * row.column.2)
            let line = row.row.0 + u * (row.row.1 + u * row.row.2)
            if column >= 0, line >= 0, column <= limit, line <= limit {
                let left = min(side - 2, Int(column))
                let top = min(side - 2, Int(line))
                let fx = column - Float(left)
                let fy = line - Float(top)
                let corner = top * side + left
                let upper = source[corner] + (source[corner + 1] - source[corner]) * fx
                let lower = source[corner + side] + (source[corner + side + 1] - source[corner + side]) * fx
                pointTarget[next] = SIMD4(u, v, values[y * side + x], 0)
                warpTarget[next] = upper + (lower - upper) * fy
                next += 1
            }
            x += step
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
    func affineEquations(_ statistics: Statistics) -> NormalEquations<SIMD8<Float>, SIMD8<Double>> {
        let gain = Float(statistics.referenceDeviation / statistics.candidateDeviation)
        let meanA = Float(statistics.referenceMean)
        let meanB = Float(statistics.candidateMean)
        let inverseScale = 1 / (AffineAligner.robustScale * Float(statistics.referenceDeviation))
        let first = points.span
        let second = warped.span
        var equations = NormalEquations<SIMD8<Float>, SIMD8<Double>>(unknowns: 6)
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

    /// The same for the twelve coefficients of a map with terms of second degree: those of u, v, 1, u², u v and v² in
    /// the first coordinate, then in the second.
    func quadraticEquations(_ statistics: Statistics) -> NormalEquations<SIMD16<Float>, SIMD16<Double>> {
        let gain = Float(statistics.referenceDeviation / statistics.candidateDeviation)
        let meanA = Float(statistics.referenceMean)
        let meanB = Float(statistics.candidateMean)
        let inverseScale = 1 / (AffineAligner.robustScale * Float(statistics.referenceDeviation))
        let unknowns = 12
        let first = points.span
        let second = warped.span
        var equations = NormalEquations<SIMD16<Float>, SIMD16<Double>>(unknowns: unknowns)
        var rows = [SIMD16<Float>](repeating: .zero, count: unknowns)
        var start = 0
        while start < count {
            let end = min(count, start + side)
            for row in rows.indices { rows[row] = .zero }
            var plain = SIMD16<Float>.zero
            var weighted = SIMD16<Float>.zero
            for i in start..<end {
                let (u, v) = (first[i].x, first[i].y)
                let slopes = second[i] * gain
                let residual = first[i].z - meanA - (second[i].x - meanB) * gain
                let scaled = residual * inverseScale
                let weight = 1 / (1 + scaled * scaled)
                let terms = SIMD8<Float>(u, v, 1, u * u, u * v, v * v, 0, 0)
                let (x, y) = (terms * slopes.y, terms * slopes.z)
                let entry = SIMD16<Float>(
                    x[0], x[1], x[2], x[3], x[4], x[5], y[0], y[1], y[2], y[3], y[4], y[5], 1, residual, 0, 0)
                let product = entry * weight
                for row in 0..<unknowns { rows[row] += product * entry[row] }
                plain += entry
                weighted += product
            }
            equations.add(rows: rows, plain: plain, weighted: weighted, count: end - start)
            start = end
        }
        return equations
    }
}
