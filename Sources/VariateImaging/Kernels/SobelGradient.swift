/// The two first derivatives of a plane, by the 3×3 Sobel masks: eight times the slope in levels a pixel.
public struct SobelGradient: Sendable {
    /// Change from left to right; positive where it gets brighter to the right.
    public let horizontal: Plane<Float>
    /// Change from top to bottom; positive where it gets brighter downwards.
    public let vertical: Plane<Float>

    /// Differentiates a plane; the border is mirrored without repeating the end pixel.
    ///
    /// Equal to OpenCV's `Sobel(plane, CV_32F, …, ksize=3)` up to the rounding of single precision, and exact for
    /// samples that are whole numbers below 2²⁰.
    /// - Complexity: O(pixels).
    public init(of plane: Plane<Float>) {
        let (width, height) = (plane.width, plane.height)
        let rows = plane.samples.span
        var smoothed = Plane<Float>(size: Size(width: width, height: 1), repeating: 0)
        var difference = smoothed
        var padded = [Float](repeating: 0, count: width + 2)
        var row = [Float](repeating: 0, count: width)
        var x: [Float] = []
        var y: [Float] = []
        x.reserveCapacity(plane.size.pixelCount)
        y.reserveCapacity(plane.size.pixelCount)
        for line in 0..<height {
            let above = reflected(line - 1, in: height) * width
            let here = line * width
            let below = reflected(line + 1, in: height) * width
            combineRows(
                rows.extracting(above..<above + width), rows.extracting(here..<here + width),
                rows.extracting(below..<below + width), smoothed: &smoothed.samples, difference: &difference.samples)
            padRow(0, of: smoothed, into: &padded, radius: 1)
            differentiate(padded.span, into: &row)
            x.append(contentsOf: row)
            padRow(0, of: difference, into: &padded, radius: 1)
            smooth(padded.span, into: &row)
            y.append(contentsOf: row)
        }
        horizontal = Plane(size: plane.size, samples: x)
        vertical = Plane(size: plane.size, samples: y)
    }

    /// Length of the gradient at each pixel, √(h² + v²), in eighths of a level a pixel.
    /// - Complexity: O(pixels).
    public func magnitude() -> Plane<Float> {
        var result = [Float](repeating: 0, count: horizontal.samples.count)
        var target = result.mutableSpan
        let (x, y) = (horizontal.samples.span, vertical.samples.span)
        precondition(x.count == target.count && y.count == target.count)
        for i in x.indices { target[i] = (x[i] * x[i] + y[i] * y[i]).squareRoot() }
        return Plane(size: horizontal.size, samples: result)
    }
}

/// `smoothed = a + 2 b + c`, `difference = c - a`.
private func combineRows(
    _ a: Span<Float>, _ b: Span<Float>, _ c: Span<Float>, smoothed: inout [Float], difference: inout [Float]
) {
    var s = smoothed.mutableSpan
    var d = difference.mutableSpan
    precondition(b.count == a.count && c.count == a.count && s.count == a.count && d.count == a.count)
    for i in a.indices {
        s[i] = a[i] + 2 * b[i] + c[i]
        d[i] = c[i] - a[i]
    }
}

private func differentiate(_ padded: Span<Float>, into row: inout [Float]) {
    var target = row.mutableSpan
    let left = padded.extracting(0..<target.count)
    let right = padded.extracting(2..<target.count + 2)
    for i in target.indices { target[i] = right[i] - left[i] }
}

private func smooth(_ padded: Span<Float>, into row: inout [Float]) {
    var target = row.mutableSpan
    let left = padded.extracting(0..<target.count)
    let centre = padded.extracting(1..<target.count + 1)
    let right = padded.extracting(2..<target.count + 2)
    for i in target.indices { target[i] = left[i] + 2 * centre[i] + right[i] }
}
