/// The 3×3 Sobel derivatives and magnitudes of one row of a plane whose border pixels repeat outwards.
struct GradientRow {
    /// Change from left to right, eight times the slope: −1020…1020.
    private(set) var horizontal: [Int16]
    /// Change from top to bottom.
    private(set) var vertical: [Int16]
    /// |h| + |v| or h² + v², with one zero on either side.
    private(set) var magnitude: [Int32]
    /// The three rows weighted 1, 2, 1, with the end values repeated on either side.
    private var smoothed: [Int16]
    /// The row below less the row above, with the end values repeated on either side.
    private var difference: [Int16]

    /// A row of zeros.
    init(width: Int) {
        horizontal = [Int16](repeating: 0, count: width)
        vertical = horizontal
        magnitude = [Int32](repeating: 0, count: width + 2)
        smoothed = [Int16](repeating: 0, count: width + 2)
        difference = smoothed
    }

    /// Makes all magnitudes zero.
    mutating func clear() {
        for i in magnitude.indices { magnitude[i] = 0 }
    }

    /// Takes the derivatives of row `y`.
    mutating func differentiate(_ plane: Plane<UInt8>, _ y: Int, _ norm: GradientNorm) {
        let width = plane.width
        let rows = plane.samples.span
        let above = max(y - 1, 0) * width
        let below = min(y + 1, plane.height - 1) * width
        combineColumns(
            rows.extracting(above..<above + width), rows.extracting(y * width..<(y + 1) * width),
            rows.extracting(below..<below + width), smoothed: &smoothed, difference: &difference)
        combineAlongRow(smoothed, difference, horizontal: &horizontal, vertical: &vertical)
        switch norm {
        case .l1: sumMagnitudes(horizontal, vertical, into: &magnitude)
        case .l2: sumSquares(horizontal, vertical, into: &magnitude)
        }
    }
}

private func combineColumns(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ c: Span<UInt8>, smoothed: inout [Int16], difference: inout [Int16]
) {
    let width = a.count
    var s = smoothed.mutableSpan
    var d = difference.mutableSpan
    precondition(b.count == width && c.count == width && s.count == width + 2 && d.count == width + 2)
    for i in 0..<width {
        s[i + 1] = Int16(a[i]) &+ 2 &* Int16(b[i]) &+ Int16(c[i])
        d[i + 1] = Int16(c[i]) &- Int16(a[i])
    }
    s[0] = s[1]
    s[width + 1] = s[width]
    d[0] = d[1]
    d[width + 1] = d[width]
}

private func combineAlongRow(
    _ smoothed: [Int16], _ difference: [Int16], horizontal: inout [Int16], vertical: inout [Int16]
) {
    let (s, d) = (smoothed.span, difference.span)
    var x = horizontal.mutableSpan
    var y = vertical.mutableSpan
    let width = x.count
    precondition(y.count == width && s.count == width + 2 && d.count == width + 2)
    for i in 0..<width {
        x[i] = s[i + 2] &- s[i]
        y[i] = d[i] &+ 2 &* d[i + 1] &+ d[i + 2]
    }
}

private func sumMagnitudes(_ horizontal: [Int16], _ vertical: [Int16], into magnitude: inout [Int32]) {
    let (x, y) = (horizontal.span, vertical.span)
    var target = magnitude.mutableSpan
    precondition(y.count == x.count && target.count == x.count + 2)
    for i in x.indices { target[i + 1] = abs(Int32(x[i])) &+ abs(Int32(y[i])) }
}

private func sumSquares(_ horizontal: [Int16], _ vertical: [Int16], into magnitude: inout [Int32]) {
    let (x, y) = (horizontal.span, vertical.span)
    var target = magnitude.mutableSpan
    precondition(y.count == x.count && target.count == x.count + 2)
    for i in x.indices { target[i + 1] = Int32(x[i]) &* Int32(x[i]) &+ Int32(y[i]) &* Int32(y[i]) }
}
