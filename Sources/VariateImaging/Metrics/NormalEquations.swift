/// Sums over the overlap of the products that Gauss–Newton needs; in double, as single precision serves only a row.
struct NormalEquations {
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
