/// Mean and variance of floating-point samples, added a row at a time: rows in single precision lanes, totals in double.
struct RowMoments {
    private(set) var count = 0
    private var sum = 0.0
    private var squares = 0.0

    /// Adds a row's samples.
    mutating func add(_ row: Span<Float>) {
        var laneSum = SIMD8<Float>.zero
        var laneSquares = SIMD8<Float>.zero
        let whole = row.count / 8 * 8
        var i = 0
        while i < whole {
            let lanes = SIMD8<Float>(
                row[i], row[i + 1], row[i + 2], row[i + 3], row[i + 4], row[i + 5], row[i + 6], row[i + 7])
            laneSum += lanes
            laneSquares += lanes * lanes
            i += 8
        }
        var rowSum = Double(laneSum.sum())
        var rowSquares = Double(laneSquares.sum())
        while i < row.count {
            rowSum += Double(row[i])
            rowSquares += Double(row[i]) * Double(row[i])
            i += 1
        }
        count += row.count
        sum += rowSum
        squares += rowSquares
    }

    /// The mean; 0 for no samples.
    var mean: Double { count > 0 ? sum / Double(count) : 0 }
    /// The population variance; 0 for no samples.
    var variance: Double { count > 0 ? max(0, squares / Double(count) - mean * mean) : 0 }
}
