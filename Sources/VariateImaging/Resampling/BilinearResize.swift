extension Plane where Sample == UInt8 {
    /// The plane at another size by two-by-two interpolation, without anti-aliasing: what metrics use to compare
    /// pictures of different sizes.
    ///
    /// Equal to OpenCV 5.0 `resize` with `INTER_LINEAR` on 8-bit samples, without any difference. That is: positions
    /// (i + ½) · scale − ½ in single precision, 11-bit weights, and a vertical sum of two products that are each cut
    /// (not rounded) to sixteenths of a level, which makes it up to one level darker than exact arithmetic. Beyond the
    /// first and the last sample the border repeats.
    /// - Complexity: O(target pixels).
    public func bilinearResized(to target: Size) -> Plane<UInt8> {
        if target == size { return self }
        let columns = BilinearTaps(from: width, to: target.width, border: .pinned)
        let rows = BilinearTaps(from: height, to: target.height, border: .repeated)
        var result: [UInt8] = []
        result.reserveCapacity(target.pixelCount)
        var blended = [UInt8](repeating: 0, count: target.width)
        var upper = InterpolatedRow(length: target.width)
        var lower = InterpolatedRow(length: target.width)
        for y in 0..<target.height {
            if lower.y == rows.near[y] { swap(&upper, &lower) }
            upper.interpolate(row: rows.near[y], of: self, taps: columns)
            lower.interpolate(row: rows.far[y], of: self, taps: columns)
            InterpolatedRow.blend(upper, rows.nearWeight[y], lower, rows.farWeight[y], into: &blended)
            result += blended
        }
        return Plane(size: target, samples: result)
    }
}

/// A source row interpolated to the target's width: samples times 2^11.
private struct InterpolatedRow {
    /// The source row that is held, or nil.
    private(set) var y: Int?
    private var samples: [Int32]

    init(length: Int) {
        samples = Array(repeating: 0, count: length)
    }

    mutating func interpolate(row: Int, of plane: Plane<UInt8>, taps: BilinearTaps) {
        if y == row { return }
        y = row
        let source = plane.samples.span.extracting((row * plane.width)..<((row + 1) * plane.width))
        for x in samples.indices {
            samples[x] =
                Int32(source[taps.near[x]]) &* taps.nearWeight[x] &+ Int32(source[taps.far[x]]) &* taps.farWeight[x]
        }
    }

    /// Bits cut from an interpolated sample before it is weighted, bits cut from the product, and bits left at the end:
    /// together the 22 bits of two weights.
    private static let sampleCut: Int32 = 4
    private static let productCut: Int32 = 16
    private static let finalCut: Int32 = 2

    static func blend(
        _ upper: Self, _ upperWeight: Int32, _ lower: Self, _ lowerWeight: Int32, into row: inout [UInt8]
    ) {
        precondition(row.count == upper.samples.count && row.count == lower.samples.count)
        let upper = upper.samples.span
        let lower = lower.samples.span
        var row = row.mutableSpan
        for x in row.indices {
            let sum =
                ((upper[x] >> sampleCut) &* upperWeight) >> productCut
                &+ ((lower[x] >> sampleCut) &* lowerWeight) >> productCut
            row[x] = UInt8(truncatingIfNeeded: (sum &+ (1 << (finalCut - 1))) >> finalCut)
        }
    }
}

/// Two neighbouring source samples and their 11-bit weights for each output sample along one axis.
private struct BilinearTaps {
    enum Border {
        /// The position itself is moved to the border sample, which gets all the weight.
        case pinned
        /// The weights stay, and both apply to the border sample.
        case repeated
    }

    private static let one: Float = 2048

    var near: [Int] = []
    var far: [Int] = []
    var nearWeight: [Int32] = []
    var farWeight: [Int32] = []

    init(from inputCount: Int, to outputCount: Int, border: Border) {
        let scale = 1 / (Double(outputCount) / Double(inputCount))
        let last = inputCount - 1
        for output in 0..<outputCount {
            let position = Float((Double(output) + 0.5) * scale - 0.5)
            let floor = position.rounded(.down)
            var index = Int(floor)
            var fraction = position - floor
            if border == .pinned && (index < 0 || index >= last) {
                index = min(max(index, 0), last)
                fraction = 0
            }
            near.append(min(max(index, 0), last))
            far.append(min(max(index + 1, 0), last))
            nearWeight.append(Int32(((1 - fraction) * Self.one).rounded(.toNearestOrEven)))
            farWeight.append(Int32((fraction * Self.one).rounded(.toNearestOrEven)))
        }
    }
}
