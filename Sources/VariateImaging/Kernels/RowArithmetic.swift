// Whole-row arithmetic: operands of equal count, one index, so that the loops vectorise.

/// `row = weight * source`.
/// - Precondition: both hold equally many samples.
func setProduct(_ row: inout [Float], _ source: Span<Float>, weight: Float) {
    var target = row.mutableSpan
    precondition(target.count == source.count)
    for i in source.indices { target[i] = weight * source[i] }
}

/// `row += weight * (first + second)`: a pair of taps of a symmetric kernel.
/// - Precondition: all hold equally many samples.
func addPair(_ row: inout [Float], _ first: Span<Float>, _ second: Span<Float>, weight: Float) {
    var target = row.mutableSpan
    precondition(target.count == first.count && target.count == second.count)
    for i in first.indices { target[i] += weight * (first[i] + second[i]) }
}

/// `sums += weight * row`.
/// - Precondition: both hold equally many samples.
func addProduct(_ row: Span<Float>, weight: Float, to sums: inout [Float]) {
    var target = sums.mutableSpan
    precondition(target.count == row.count)
    for i in 0..<row.count { target[i] += weight * row[i] }
}
