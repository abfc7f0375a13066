extension Plane<UInt8> {
    /// The plane at another size, each sample the mean of the area that it covers, not rounded.
    ///
    /// Equal to `Plane<Float>(self).areaResized(to: target)` up to the rounding of single precision (2e-6 of the value), and
    /// exactly where each weight is a sum of a few powers of two, as when 1024 samples become 512, 192, 144, 128 or 120.
    /// It is several times faster when the plane shrinks: rows of equal weight are added up as whole numbers first, and
    /// only the sums are narrowed.
    /// - Complexity: O(source pixels + target pixels).
    func areaResized(to target: Size) -> Plane<Float> {
        let shrinks = target.width <= width && target.height <= height && target != size
        guard shrinks, height / target.height < RowSums.mostRows else {
            return Plane<Float>(self).areaResized(to: target)
        }
        let columns = AreaTaps(from: width, to: target.width, interpolating: false)
        let rows = AreaTaps(from: height, to: target.height, interpolating: false)
        var sums = RowSums(width: width)
        var narrowed = [Float](repeating: 0, count: target.width)
        var result: [Float] = []
        result.reserveCapacity(target.pixelCount)
        for y in 0..<target.height {
            sums.begin()
            for tap in rows.range(of: y) { sums.add(row(rows.indices[tap]), weight: rows.weights[tap]) }
            sums.end()
            columns.resample(sums.weighted.span, into: &narrowed)
            result.append(contentsOf: narrowed)
        }
        return Plane<Float>(size: target, samples: result)
    }
}

extension Plane<UInt8> {
    /// The plane at another size by area averaging, rounded to the nearest level.
    ///
    /// Means often lie halfway between two levels, where the last bit decides: the quick way is taken only where it is exact.
    /// - Complexity: O(source pixels + target pixels).
    func areaResizedAndRounded(to target: Size) -> Plane<UInt8> {
        if target == size { return self }
        let isExact =
            AreaTaps(from: width, to: target.width, interpolating: false).areExact
            && AreaTaps(from: height, to: target.height, interpolating: false).areExact
        let means: Plane<Float> =
            isExact ? areaResized(to: target) : Plane<Float>(self).areaResized(to: target)
        return Plane<UInt8>(rounding: means)
    }
}

/// Weighted sums of rows of levels, for which successive rows of one weight are added up as whole numbers.
private struct RowSums {
    /// So many rows of 255 fit a sum.
    static let mostRows = 256

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
