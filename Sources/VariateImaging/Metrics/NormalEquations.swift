/// Sums over the overlap of the products that Gauss–Newton needs; in double, as single precision serves only a row.
///
/// An entry holds the Jacobian's columns, then a one and the residual.
struct NormalEquations<Entry: SIMD, Total: SIMD>
where Entry.Scalar == Float, Total.Scalar == Double {
    private let unknowns: Int
    private var rows: [Total]
    private var plain = Total.zero
    private var weighted = Total.zero
    private var count = 0

    init(unknowns: Int) {
        self.unknowns = unknowns
        rows = Array(repeating: .zero, count: unknowns)
    }

    mutating func add(rows added: [Entry], plain: Entry, weighted: Entry, count: Int) {
        for index in rows.indices { rows[index] += Self.widened(added[index]) }
        self.plain += Self.widened(plain)
        self.weighted += Self.widened(weighted)
        self.count += count
    }

    private static func widened(_ entry: Entry) -> Total {
        var total = Total.zero
        for index in entry.indices { total[index] = Double(entry[index]) }
        return total
    }

    /// The change of the parameters, or nil where the equations are singular.
    func solved() -> [Double]? {
        let n = unknowns
        let mean = plain / Double(count)
        let (unit, residual) = (n, n + 1)
        let weight = weighted[unit]
        var system = [[Double]](repeating: [Double](repeating: 0, count: n + 1), count: n)
        for i in 0..<n {
            for j in 0..<n {
                // Σ w (Jᵢ − mᵢ)(Jⱼ − mⱼ)
                system[i][j] =
                    rows[i][j] - mean[i] * weighted[j] - mean[j] * weighted[i] + weight * mean[i] * mean[j]
            }
            system[i][i] = system[i][i] * AffineAligner.relativeDamping + AffineAligner.absoluteDamping
            system[i][n] = rows[i][residual] - mean[i] * weighted[residual]
        }
        return Self.eliminate(&system)
    }

    /// Gaussian elimination with partial pivoting of an augmented system.
    private static func eliminate(_ system: inout [[Double]]) -> [Double]? {
        let n = system.count
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
