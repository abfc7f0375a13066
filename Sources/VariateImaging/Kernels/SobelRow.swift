/// The two first derivatives of one row of a plane, by the 3×3 Sobel masks; the border is mirrored without repeating the end
/// pixel.
struct SobelRow {
    /// Change from left to right, eight times the slope in levels a pixel.
    private(set) var horizontal: [Float]
    /// Change from top to bottom.
    private(set) var vertical: [Float]
    /// The three rows weighted 1, 2, 1, and the row below less the row above, both mirrored into one sample on either side.
    private var smoothed: [Float]
    private var difference: [Float]

    /// A row of zeros.
    init(width: Int) {
        horizontal = [Float](repeating: 0, count: width)
        vertical = horizontal
        smoothed = [Float](repeating: 0, count: width + 2)
        difference = smoothed
    }

    /// Takes the derivatives of row `y`.
    mutating func differentiate(_ plane: Plane<Float>, _ y: Int) {
        let above = plane.row(reflected(y - 1, in: plane.height))
        let below = plane.row(reflected(y + 1, in: plane.height))
        combineRows(above, plane.row(y), below, smoothed: &smoothed, difference: &difference)
        VariateImaging.differentiate(smoothed, into: &horizontal)
        smooth(difference, into: &vertical)
    }
}

/// `smoothed = a + 2 b + c`, `difference = c - a`, each with a sample to spare on either side.
private func combineRows(
    _ a: Span<Float>, _ b: Span<Float>, _ c: Span<Float>, smoothed: inout [Float], difference: inout [Float]
) {
    var s = smoothed.mutableSpan
    var d = difference.mutableSpan
    let width = a.count
    precondition(b.count == width && c.count == width && s.count == width + 2 && d.count == width + 2)
    for i in 0..<width {
        s[i + 1] = a[i] + 2 * b[i] + c[i]
        d[i + 1] = c[i] - a[i]
    }
    let (left, right) = (reflected(-1, in: width) + 1, reflected(width, in: width) + 1)
    (s[0], s[width + 1]) = (s[left], s[right])
    (d[0], d[width + 1]) = (d[left], d[right])
}

private func differentiate(_ line: [Float], into row: inout [Float]) {
    let padded = line.span
    var target = row.mutableSpan
    let left = padded.extracting(0..<target.count)
    let right = padded.extracting(2..<target.count + 2)
    for i in target.indices { target[i] = right[i] - left[i] }
}

private func smooth(_ line: [Float], into row: inout [Float]) {
    let padded = line.span
    var target = row.mutableSpan
    let left = padded.extracting(0..<target.count)
    let centre = padded.extracting(1..<target.count + 1)
    let right = padded.extracting(2..<target.count + 2)
    for i in target.indices { target[i] = left[i] + 2 * centre[i] + right[i] }
}
