extension Plane<Float> {
    /// Returns the median of the 3×3 pixels around each pixel; pixels at the edge repeat outwards.
    ///
    /// Equal to OpenCV's `medianBlur(plane, 3)`.
    /// - Complexity: O(pixels): 19 comparisons a pixel, over whole rows.
    /// - Precondition: no sample is NaN.
    public func median3x3() -> Plane<Float> {
        Plane(size: size, samples: medianOfNine(samples, size, zero: 0))
    }
}

extension Plane<UInt8> {
    /// Returns the median of the 3×3 pixels around each pixel; pixels at the edge repeat outwards.
    ///
    /// Equal to OpenCV's `medianBlur(plane, 3)`.
    /// - Complexity: O(pixels): 19 comparisons a pixel, over whole rows.
    public func median3x3() -> Plane<UInt8> {
        Plane(size: size, samples: medianOfNine(samples, size, zero: 0))
    }
}

/// The median of nine as three sorts of three: rows are sorted by columns first, and the sorted columns are shared by
/// the three windows that each belongs to.
@inline(__always)
private func medianOfNine<Sample: Comparable & Sendable>(_ samples: [Sample], _ size: Size, zero: Sample) -> [Sample] {
    let (width, height) = (size.width, size.height)
    // Sorted columns, with one repeated column on either side.
    var low = [Sample](repeating: zero, count: width + 2)
    var middle = low
    var high = low
    var row = [Sample](repeating: zero, count: width)
    var result: [Sample] = []
    result.reserveCapacity(samples.count)
    let all = samples.span
    for y in 0..<height {
        let above = all.extracting(max(y - 1, 0) * width..<max(y - 1, 0) * width + width)
        let here = all.extracting(y * width..<y * width + width)
        let below = all.extracting(min(y + 1, height - 1) * width..<min(y + 1, height - 1) * width + width)
        sortColumns(above, here, below, low: &low, middle: &middle, high: &high)
        mergeColumns(low: low.span, middle: middle.span, high: high.span, into: &row)
        result.append(contentsOf: row)
    }
    return result
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
    low: Span<Sample>, middle: Span<Sample>, high: Span<Sample>, into row: inout [Sample]
) {
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
