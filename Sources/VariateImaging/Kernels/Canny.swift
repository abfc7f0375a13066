extension Plane<UInt8> {
    /// Returns the plane's Canny edges: 255 on an edge one pixel wide, 0 elsewhere.
    ///
    /// A pixel is an edge where its 3×3 Sobel magnitude exceeds `low`, is a maximum across the edge, and is joined
    /// through such pixels (8-connected) to one above `high`. Equal to OpenCV's
    /// `cv2.Canny(gray, low, high, apertureSize=3, L2gradient=norm == .l2)` in every pixel: derivatives repeat the
    /// border pixel, magnitudes beyond the border are 0, and of two equal magnitudes side by side the left or upper
    /// one is the edge. Where neighbours are equal along a diagonal neither is.
    ///
    /// Reference: J. Canny, "A computational approach to edge detection", IEEE PAMI 8(6), 1986.
    /// - Parameters:
    ///   - low: Lower magnitude, in eighths of a level a pixel; swapped with `high` if larger.
    ///   - high: Upper magnitude.
    ///   - norm: How the derivatives combine.
    /// - Complexity: O(pixels).
    /// - Precondition: neither magnitude is NaN.
    public func cannyEdges(low: Double, high: Double, norm: GradientNorm = .l1) -> Plane<UInt8> {
        let bounds = (min(low, high), max(low, high))
        var detector = CannyDetector(
            width: width, low: integerBound(bounds.0, norm), high: integerBound(bounds.1, norm))
        detector.suppressNonMaxima(in: self, norm: norm)
        detector.growStrongEdges()
        return detector.edges(size: size)
    }
}

/// The integer that magnitudes of `norm` are compared with: rounded down, and squared for `.l2`.
private func integerBound(_ magnitude: Double, _ norm: GradientNorm) -> Int32 {
    precondition(!magnitude.isNaN, "a magnitude bound that is not a number")
    var bound = magnitude
    if norm == .l2 {
        bound = min(bound, Double(Int16.max))
        if bound > 0 { bound *= bound }
    }
    return Int32(bound.rounded(.down).clamped(to: Double(Int32.min)...Double(Int32.max)))
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

/// What is known of a pixel: not an edge, one if a strong one reaches it, or an edge. The value is the bit pattern.
private enum EdgeState {
    static let none: UInt8 = 0
    static let candidate: UInt8 = 1
    static let edge: UInt8 = 255
}

/// One pass over the rows that keeps maxima, then a flood fill from the strong ones.
private struct CannyDetector {
    let width: Int
    let low: Int32
    let high: Int32
    /// Row length of `states`, which has one pixel of `EdgeState.none` on every side.
    let stride: Int
    var states: [UInt8]
    /// Indices into `states` of edges whose neighbours were not looked at yet.
    var pending: [Int] = []

    init(width: Int, low: Int32, high: Int32) {
        self.width = width
        self.low = low
        self.high = high
        stride = width + 2
        states = [UInt8](repeating: EdgeState.none, count: stride)
    }

    /// Fills `states` row by row with candidates and strong edges.
    mutating func suppressNonMaxima(in plane: Plane<UInt8>, norm: GradientNorm) {
        states.reserveCapacity((plane.height + 2) * stride)
        var previous = GradientRow(width: width)
        var current = GradientRow(width: width)
        var next = GradientRow(width: width)
        current.differentiate(plane, 0, norm)
        for y in 0..<plane.height {
            if y + 1 < plane.height { next.differentiate(plane, y + 1, norm) } else { next.clear() }
            let start = states.count
            states.append(contentsOf: repeatElement(EdgeState.none, count: stride))
            markMaxima(
                above: previous.magnitude.span, current.magnitude.span, below: next.magnitude.span,
                current.horizontal.span, current.vertical.span, at: start + 1)
            swap(&previous, &current)
            swap(&current, &next)
        }
        states.append(contentsOf: repeatElement(EdgeState.none, count: stride))
    }

    /// Magnitudes have one zero on either side; the derivatives have none.
    private mutating func markMaxima(
        above: Span<Int32>, _ here: Span<Int32>, below: Span<Int32>,
        _ horizontal: Span<Int16>, _ vertical: Span<Int16>, at start: Int
    ) {
        let low = low
        precondition(above.count == stride && here.count == stride && below.count == stride)
        precondition(horizontal.count == width && vertical.count == width)
        for x in 0..<width {
            let magnitude = here[x + 1]
            if magnitude <= low { continue }
            let (dx, dy) = (horizontal[x], vertical[x])
            let isMaximum: Bool
            switch Direction(dx, dy) {
            case .acrossColumns: isMaximum = magnitude > here[x] && magnitude >= here[x + 2]
            case .acrossRows: isMaximum = magnitude > above[x + 1] && magnitude >= below[x + 1]
            case .falling: isMaximum = magnitude > above[x] && magnitude > below[x + 2]
            case .rising: isMaximum = magnitude > above[x + 2] && magnitude > below[x]
            }
            if !isMaximum { continue }
            if magnitude > high {
                states[start + x] = EdgeState.edge
                pending.append(start + x)
            } else {
                states[start + x] = EdgeState.candidate
            }
        }
    }

    /// Turns candidates that touch an edge into edges, until none does.
    mutating func growStrongEdges() {
        let neighbours = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
        while let index = pending.popLast() {
            for offset in neighbours where states[index + offset] == EdgeState.candidate {
                states[index + offset] = EdgeState.edge
                pending.append(index + offset)
            }
        }
    }

    func edges(size: Size) -> Plane<UInt8> {
        var samples: [UInt8] = []
        samples.reserveCapacity(size.pixelCount)
        let all = states.span
        var row = [UInt8](repeating: 0, count: width)
        for y in 1...size.height {
            let states = all.extracting(y * stride + 1..<y * stride + 1 + width)
            var target = row.mutableSpan
            for i in states.indices { target[i] = states[i] == EdgeState.edge ? EdgeState.edge : EdgeState.none }
            samples.append(contentsOf: row)
        }
        return Plane(size: size, samples: samples)
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
