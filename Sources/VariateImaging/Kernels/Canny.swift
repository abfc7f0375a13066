extension Plane<UInt8> {
    /// Returns the plane's Canny edges: 255 on an edge one pixel wide, 0 elsewhere.
    ///
    /// A pixel is an edge where its 3×3 Sobel magnitude exceeds `low`, is a maximum across the edge, and is joined
    /// through such pixels (8-connected) to one above `high`. Equal to OpenCV's
    /// `cv2.Canny(gray, low, high, apertureSize=3, L2gradient=norm == .l2)` in every pixel: derivatives repeat the
    /// border pixel, magnitudes beyond the border are 0, and of two equal magnitudes side by side the left or upper
    /// one is the edge. Where neighbours are equal along a diagonal neither is. So transposing the plane transposes its
    /// edges exactly, for either norm, while mirroring may move an edge by a pixel.
    ///
    /// No magnitude exceeds 2,040, so larger bounds find nothing (OpenCV's conversion to an integer overflows for bounds
    /// of 2³¹ and more).
    ///
    /// Reference: J. Canny, "A computational approach to edge detection", IEEE PAMI 8(6), 1986.
    /// - Parameters:
    ///   - low: Lower magnitude, in eighths of a level a pixel; swapped with `high` if larger.
    ///   - high: Upper magnitude.
    ///   - norm: How the derivatives combine.
    /// - Complexity: O(pixels).
    /// - Precondition: neither magnitude is NaN.
    public func cannyEdges(low: Double, high: Double, norm: GradientNorm = .l1) -> Plane<UInt8> {
        let bounds = MagnitudeBounds(
            low: integerBound(min(low, high), norm), high: integerBound(max(low, high), norm))
        var map = EdgeMap(maximaOf: self, bounds: bounds, norm: norm)
        growEdges(&map.states, from: &map.pending, stride: map.stride)
        return map.edges(size: size)
    }
}

/// Magnitudes that a candidate and a strong edge exceed.
private struct MagnitudeBounds {
    let low: Int32
    let high: Int32
}

/// The integer that magnitudes of `norm` are compared with: rounded down, and squared for `.l2`.
private func integerBound(_ magnitude: Double, _ norm: GradientNorm) -> Int32 {
    precondition(!magnitude.isNaN, "a magnitude bound that is not a number")
    let bound = norm == .l2 && magnitude > 0 ? magnitude * magnitude : magnitude
    return Int32(min(max(bound.rounded(.down), Double(Int32.min)), Double(Int32.max)))
}

/// What is known of a pixel: not an edge, one if a strong one reaches it, or an edge. The value is the bit pattern.
private enum EdgeState {
    static let none: UInt8 = 0
    static let candidate: UInt8 = 1
    static let edge: UInt8 = 255
}

/// The state of each pixel, with one pixel of `EdgeState.none` on every side.
private struct EdgeMap {
    /// Samples in a row of `states`.
    let stride: Int
    var states: [UInt8]
    /// Indices into `states` of edges whose neighbours were not looked at yet.
    var pending: [Int] = []

    /// Keeps the maxima across edges: one pass over the rows.
    init(maximaOf plane: Plane<UInt8>, bounds: MagnitudeBounds, norm: GradientNorm) {
        stride = plane.width + 2
        var row = [UInt8](repeating: EdgeState.none, count: stride)
        states = row
        states.reserveCapacity((plane.height + 2) * stride)
        var above = GradientRow(width: plane.width)
        var here = above
        var below = above
        here.differentiate(plane, 0, norm)
        for y in 0..<plane.height {
            if y + 1 < plane.height { below.differentiate(plane, y + 1, norm) } else { below.clear() }
            markMaxima(above: above, here, below: below, bounds, into: &row, strong: &pending, rowStart: states.count)
            states.append(contentsOf: row)
            swap(&above, &here)
            swap(&here, &below)
        }
        states.append(contentsOf: repeatElement(EdgeState.none, count: stride))
    }

    /// Edges alone, without the pixels around the picture.
    func edges(size: Size) -> Plane<UInt8> {
        var samples: [UInt8] = []
        samples.reserveCapacity(size.pixelCount)
        var row = [UInt8](repeating: EdgeState.none, count: size.width)
        for y in 1...size.height {
            let states = states.span.extracting(y * stride + 1..<y * stride + 1 + size.width)
            var target = row.mutableSpan
            for i in states.indices { target[i] = states[i] == EdgeState.edge ? EdgeState.edge : EdgeState.none }
            samples.append(contentsOf: row)
        }
        return Plane(size: size, samples: samples)
    }
}

/// Writes the states of one row, which begins at index `rowStart` of the map, and appends its strong edges' indices.
private func markMaxima(
    above: GradientRow, _ here: GradientRow, below: GradientRow, _ bounds: MagnitudeBounds,
    into row: inout [UInt8], strong: inout [Int], rowStart: Int
) {
    // Magnitudes and states have one more sample on either side; derivatives do not.
    let (up, level, down) = (above.magnitude.span, here.magnitude.span, below.magnitude.span)
    let (horizontal, vertical) = (here.horizontal.span, here.vertical.span)
    var states = row.mutableSpan
    let width = horizontal.count
    precondition(vertical.count == width && states.count == width + 2)
    precondition(up.count == width + 2 && level.count == width + 2 && down.count == width + 2)
    for x in 0..<width {
        let magnitude = level[x + 1]
        states[x + 1] = EdgeState.none
        if magnitude <= bounds.low { continue }
        let isMaximum: Bool
        switch Direction(horizontal[x], vertical[x]) {
        case .acrossColumns: isMaximum = magnitude > level[x] && magnitude >= level[x + 2]
        case .acrossRows: isMaximum = magnitude > up[x + 1] && magnitude >= down[x + 1]
        case .falling: isMaximum = magnitude > up[x] && magnitude > down[x + 2]
        case .rising: isMaximum = magnitude > up[x + 2] && magnitude > down[x]
        }
        if !isMaximum { continue }
        if magnitude > bounds.high {
            states[x + 1] = EdgeState.edge
            strong.append(rowStart + x + 1)
        } else {
            states[x + 1] = EdgeState.candidate
        }
    }
}

/// Turns candidates that touch an edge into edges, until none does.
private func growEdges(_ map: inout [UInt8], from pending: inout [Int], stride: Int) {
    var states = map.mutableSpan
    let neighbours = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
    let offsets = neighbours.span
    while let index = pending.popLast() {
        for i in offsets.indices where states[index + offsets[i]] == EdgeState.candidate {
            states[index + offsets[i]] = EdgeState.edge
            pending.append(index + offsets[i])
        }
    }
}

/// The neighbours that a gradient points at, in four sectors of 45°.
private enum Direction {
    /// Left and right.
    case acrossColumns
    /// Above and below.
    case acrossRows
    /// Upper left and lower right.
    case falling
    /// Upper right and lower left.
    case rising

    /// tan 22.5° in units of 2⁻¹⁵, rounded down.
    private static let tangent22: Int32 = 13573
    private static let fractionBits: Int32 = 15

    init(_ dx: Int16, _ dy: Int16) {
        let x = Int32(dx.magnitude)
        let y = Int32(dy.magnitude) << Self.fractionBits
        let lower = x &* Self.tangent22
        // tan 67.5° = 2 + tan 22.5°
        let upper = lower &+ (x << (Self.fractionBits + 1))
        if y < lower {
            self = .acrossColumns
        } else if y > upper {
            self = .acrossRows
        } else {
            self = (dx ^ dy) < 0 ? .rising : .falling
        }
    }
}
