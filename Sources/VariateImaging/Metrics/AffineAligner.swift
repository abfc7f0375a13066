/// Finds the affine map under which one picture looks most like another, by robust Gauss–Newton iteration from coarse to
/// fine (B. D. Lucas and T. Kanade, "An iterative image registration technique", 1981; S. Baker and I. Matthews, "Lucas–
/// Kanade 20 years on", 2004, with the Geman–McClure weight and the means and contrasts of both pictures matched).
public enum AffineAligner {
    /// Steps tried at each level, from coarse to fine.
    static let steps = [10, 8, 6]
    /// A step whose parameters all change by less than this ends its level.
    static let convergence = 2e-4
    /// Parameters beyond this are another picture, not a moved one.
    static let largestParameter = 0.3
    /// The pictures must overlap by this share of the square at least.
    static let leastOverlap = 0.4
    /// Residuals of this many standard deviations of the reference weigh a quarter.
    static let robustScale: Float = 0.6
    /// Levenberg–Marquardt damping of the normal equations' diagonal.
    static let relativeDamping = 1.001
    static let absoluteDamping = 1e-3
    static let deviationFloor = 1e-3
    /// Sobel's masks give eight times the slope.
    static let sobelScale: Float = 8

    /// The map from `reference` to `candidate`, or nil where none was found.
    /// - Complexity: O(1): about 140,000 pixel visits at most.
    public static func align(reference: AlignmentPyramid, candidate: AlignmentPyramid) -> AffineAlignment? {
        var parameters = [Double](repeating: 0, count: 6)
        var correlation = 0.0
        for (level, count) in steps.enumerated() {
            guard
                let found = refine(
                    parameters, reference: reference.levels[level],
                    candidate: SlopedPlane(candidate.levels[level]), steps: count)
            else { return nil }
            parameters = found.parameters
            correlation = found.correlation
        }
        return AffineAlignment(parameters: parameters, correlation: correlation)
    }

    /// The best map among those that the steps at one level pass through.
    private static func refine(
        _ start: [Double], reference: Plane<Float>, candidate: SlopedPlane, steps: Int
    ) -> (parameters: [Double], correlation: Double)? {
        var parameters = start
        var best: (parameters: [Double], correlation: Double)?
        var warp = Warp(side: reference.width)
        for _ in 0..<steps {
            warp.apply(parameters, reference: reference, candidate: candidate)
            guard Double(warp.count) >= leastOverlap * Double(reference.size.pixelCount) else { return nil }
            let statistics = warp.statistics
            if statistics.correlation > best?.correlation ?? -.infinity {
                best = (parameters, statistics.correlation)
            }
            guard let change = warp.normalEquations(statistics).solved() else { return best }
            for index in parameters.indices { parameters[index] += change[index] }
            if change.allSatisfy({ abs($0) < convergence }) { break }
            if parameters.contains(where: { abs($0) > largestParameter }) { return nil }
        }
        return best
    }
}

/// A plane interleaved with its derivatives in units of the side, so that one fetch brings all three.
private struct SlopedPlane {
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
private struct Warp {
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

/// Sums over the overlap of the products that Gauss–Newton needs; in double, as single precision serves only a row.
private struct NormalEquations {
    private static let unknowns = 6
    /// Where the one and the residual stand behind the Jacobian's columns.
    private static let unit = 6
    private static let residual = 7

    private var rows = [SIMD8<Double>](repeating: .zero, count: unknowns)
    private var plain = SIMD8<Double>.zero
    private var weighted = SIMD8<Double>.zero
    private var count = 0

    mutating func add(rows added: [SIMD8<Float>], plain: SIMD8<Float>, weighted: SIMD8<Float>, count: Int) {
        for index in rows.indices { rows[index] += SIMD8<Double>(added[index]) }
        self.plain += SIMD8<Double>(plain)
        self.weighted += SIMD8<Double>(weighted)
        self.count += count
    }

    /// The change of the parameters, or nil where the equations are singular.
    func solved() -> [Double]? {
        let n = Self.unknowns
        let mean = plain / Double(count)
        let weight = weighted[Self.unit]
        var system = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
        for i in 0..<n {
            for j in 0..<n {
                // Σ w (Jᵢ − mᵢ)(Jⱼ − mⱼ)
                system[i][j] =
                    rows[i][j] - mean[i] * weighted[j] - mean[j] * weighted[i] + weight * mean[i] * mean[j]
            }
            system[i][i] = system[i][i] * AffineAligner.relativeDamping + AffineAligner.absoluteDamping
            system[i][n] = rows[i][Self.residual] - mean[i] * weighted[Self.residual]
        }
        return Self.eliminate(&system)
    }

    /// Gaussian elimination with partial pivoting of an augmented system.
    private static func eliminate(_ system: inout [[Double]]) -> [Double]? {
        let n = unknowns
        for column in 0..<n {
            var pivot = column
            for row in column + 1..<n where abs(system[row][column]) > abs(system[pivot][column]) { pivot = row }
            guard abs(system[pivot][column]) > 0, system[pivot][column].isFinite else { return nil }
            system.swapAt(column, pivot)
            for row in column + 1..<n {
                let factor = system[row][column] / system[column][column]
                for k in column...n { system[row][k] -= factor * system[column][k] }
            }
        }
        var solution = [Double](repeating: 0, count: n)
        for row in stride(from: n - 1, through: 0, by: -1) {
            var value = system[row][n]
            for k in row + 1..<n { value -= system[row][k] * solution[k] }
            solution[row] = value / system[row][row]
        }
        return solution.allSatisfy(\.isFinite) ? solution : nil
    }
}
