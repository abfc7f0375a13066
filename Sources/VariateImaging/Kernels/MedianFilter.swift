extension Plane<Float> {
    /// Returns the median of the 3×3 pixels around each pixel; pixels at the edge repeat outwards.
    ///
    /// Equal to OpenCV's `medianBlur(plane, 3)`.
    /// - Complexity: O(pixels): 19 comparisons a pixel, over whole rows.
    /// - Precondition: no sample is NaN.
    public func median3x3() -> Plane<Float> {
        medianOfNine(self, zero: 0)
    }
}

extension Plane<UInt8> {
    /// Returns the median of the 3×3 pixels around each pixel; pixels at the edge repeat outwards.
    ///
    /// Equal to OpenCV's `medianBlur(plane, 3)`.
    /// - Complexity: O(pixels): 19 comparisons a pixel, over whole rows.
    public func median3x3() -> Plane<UInt8> {
        medianOfNine(self, zero: 0)
    }
}

@inline(__always)
private func medianOfNine<Sample: Comparable & Sendable>(_ plane: Plane<Sample>, zero: Sample) -> Plane<Sample> {
    var row = MedianRow(width: plane.width, zero: zero)
    var result: [Sample] = []
    result.reserveCapacity(plane.samples.count)
    for y in 0..<plane.height {
        row.filter(plane, y)
        result.append(contentsOf: row.values)
    }
    return Plane(size: plane.size, samples: result)
}

/// Medians of the 3×3 pixels around each pixel of a row.
///
/// The median of nine as three sorts of three: rows are sorted by columns first, and the sorted columns are shared by the
/// three windows that each belongs to.
struct MedianRow<Sample: Comparable & Sendable> {
    /// The medians.
    private(set) var values: [Sample]
    // Sorted columns, with one repeated column on either side.
    private var low: [Sample]
    private var middle: [Sample]
    private var high: [Sample]

    init(width: Int, zero: Sample) {
        values = [Sample](repeating: zero, count: width)
        low = [Sample](repeating: zero, count: width + 2)
        middle = low
        high = low
    }

    /// Takes the medians of row `y`; pixels at the edge repeat outwards.
    @inline(__always)
    mutating func filter(_ plane: Plane<Sample>, _ y: Int) {
        sortColumns(
            plane.row(max(y - 1, 0)), plane.row(y), plane.row(min(y + 1, plane.height - 1)), low: &low,
            middle: &middle, high: &high)
        mergeColumns(low, middle, high, into: &values)
    }
}

@inline(__always)
private func sortColumns<Sample: Comparable>(
    _ a: Span<Sample>, _ b: Span<Sample>, _ c: Span<Sample>,
    low: inout [Sample], middle: inout [Sample], high: inout [Sample]
) {
    let width = a.count
    var lows = low.mutableSpan
    var middles = middle.mutableSpan
    var highs = high.mutableSpan
    precondition(b.count == width && c.count == width)
    precondition(lows.count == width + 2 && middles.count == width + 2 && highs.count == width + 2)
    for i in 0..<width {
        let least = min(a[i], b[i])
        let most = max(a[i], b[i])
        lows[i + 1] = min(least, c[i])
        middles[i + 1] = max(least, min(most, c[i]))
        highs[i + 1] = max(most, c[i])
    }
    repeatEnds(&lows)
    repeatEnds(&middles)
    repeatEnds(&highs)
}

@inline(__always)
private func repeatEnds<Sample>(_ padded: inout MutableSpan<Sample>) {
    padded[0] = padded[1]
    padded[padded.count - 1] = padded[padded.count - 2]
}

/// The median is the middle of: the largest of the lows, the median of the middles, the smallest of the highs.
@inline(__always)
private func mergeColumns<Sample: Comparable>(
    _ lows: [Sample], _ middles: [Sample], _ highs: [Sample], into row: inout [Sample]
) {
    let low = lows.span
    let middle = middles.span
    let high = highs.span
    var target = row.mutableSpan
    let width = target.count
    precondition(low.count == width + 2 && middle.count == width + 2 && high.count == width + 2)
    for i in 0..<width {
        let largestLow = max(low[i], max(low[i + 1], low[i + 2]))
        let smallestHigh = min(high[i], min(high[i + 1], high[i + 2]))
        let centre = medianOfThree(middle[i], middle[i + 1], middle[i + 2])
        target[i] = medianOfThree(largestLow, centre, smallestHigh)
    }
}

/// The middle one of three values.
@inline(__always)
func medianOfThree<Sample: Comparable>(_ a: Sample, _ b: Sample, _ c: Sample) -> Sample {
    max(min(a, b), min(max(a, b), c))
}
