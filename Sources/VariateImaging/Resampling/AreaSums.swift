/// Area averaging of levels where it loses no bit of single precision, whatever the order of the additions: rows first, as
/// whole numbers, then columns.
struct AreaSums {
    private let target: Size
    private let columns: AreaTaps
    private let rows: AreaTaps

    /// Weights that are multiples of this are exact: a level times two of them has 22 bits.
    private static let unit: Float = 1 / 128
    /// So many rows of levels fit 16 bits.
    private static let mostRows = 256

    /// What resizes planes of one size to another; nil where an axis grows or a weight is not exact.
    init?(from source: Size, to target: Size) {
        guard target.width <= source.width, target.height <= source.height,
            source.height / target.height < Self.mostRows
        else { return nil }
        self.target = target
        columns = AreaTaps(from: source.width, to: target.width, interpolating: false)
        rows = AreaTaps(from: source.height, to: target.height, interpolating: false)
        for weight in columns.weights + rows.weights where weight != (weight / Self.unit).rounded() * Self.unit {
            return nil
        }
    }

    /// The plane at the target's size.
    /// - Complexity: O(source pixels + target pixels).
    func resize(_ plane: Plane<UInt8>) -> Plane<Float> {
        var sums = RowSums(width: plane.width)
        var narrowed = [Float](repeating: 0, count: target.width)
        var result: [Float] = []
        result.reserveCapacity(target.pixelCount)
        for y in 0..<target.height {
            sums.begin()
            for tap in rows.range(of: y) { sums.add(plane.row(rows.indices[tap]), weight: rows.weights[tap]) }
            sums.end()
            columns.resample(sums.weighted.span, into: &narrowed)
            result.append(contentsOf: narrowed)
        }
        return Plane<Float>(size: target, samples: result)
    }
}

/// Weighted sums of rows of levels, for which successive rows of one weight are added up as whole numbers.
private struct RowSums {
    /// The result after `end()`.
    private(set) var weighted: [Float]
    private var whole: [UInt16]
    private var weight: Float = 0
    private var isEmpty = true

    init(width: Int) {
        weighted = [Float](repeating: 0, count: width)
        whole = [UInt16](repeating: 0, count: width)
    }

    mutating func begin() {
        (weight, isEmpty) = (0, true)
    }

    mutating func add(_ row: Span<UInt8>, weight newWeight: Float) {
        if newWeight != weight {
            end()
            weight = newWeight
            widen(row, into: &whole)
        } else {
            accumulate(row, into: &whole)
        }
    }

    mutating func end() {
        if weight == 0 { return }
        if isEmpty {
            setProduct(whole, weight: weight, into: &weighted)
        } else {
            addProduct(whole, weight: weight, into: &weighted)
        }
        isEmpty = false
    }
}

private func widen(_ row: Span<UInt8>, into sums: inout [UInt16]) {
    var target = sums.mutableSpan
    precondition(target.count == row.count)
    for i in 0..<row.count { target[i] = UInt16(row[i]) }
}

private func accumulate(_ row: Span<UInt8>, into sums: inout [UInt16]) {
    var target = sums.mutableSpan
    precondition(target.count == row.count)
    for i in 0..<row.count { target[i] &+= UInt16(row[i]) }
}

private func setProduct(_ row: [UInt16], weight: Float, into products: inout [Float]) {
    let sums = row.span
    var target = products.mutableSpan
    precondition(target.count == sums.count)
    for i in 0..<sums.count { target[i] = weight * Float(sums[i]) }
}

private func addProduct(_ row: [UInt16], weight: Float, into products: inout [Float]) {
    let sums = row.span
    var target = products.mutableSpan
    precondition(target.count == sums.count)
    for i in 0..<sums.count { target[i] += weight * Float(sums[i]) }
}
