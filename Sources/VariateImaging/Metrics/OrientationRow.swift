/// Orientations of the edges along one row, each shared out between the two nearest of eight bins of the half circle.
struct OrientationRow {
    private static let bins: Float = 8

    /// The lower bin of each pixel, 0…7; the upper one is the next.
    private var lower: [UInt8]
    /// What each pixel adds to its lower bin and to its upper one: together the root of the gradient's length.
    private var toLower: [Float]
    private var toUpper: [Float]

    init(width: Int) {
        lower = [UInt8](repeating: 0, count: width)
        toLower = [Float](repeating: 0, count: width)
        toUpper = toLower
    }

    /// Shares out a row of gradients.
    mutating func take(_ gradient: SobelRow) {
        Self.share(gradient.horizontal, gradient.vertical, lower: &lower, toLower: &toLower, toUpper: &toUpper)
    }

    /// Adds the row to the sums of its cells, nine bins a cell, of which the first cell's begin at `start`.
    func add(to sums: inout [Float], at start: Int, cellSide: Int) {
        var target = sums.mutableSpan
        let (bins, low, high) = (lower.span, toLower.span, toUpper.span)
        var first = start
        for left in stride(from: 0, to: bins.count, by: cellSide) {
            for x in left..<min(left + cellSide, bins.count) {
                let bin = first + Int(bins[x])
                target[bin] += low[x]
                target[bin + 1] += high[x]
            }
            first += Int(Self.bins) + 1
        }
    }

    private static func share(
        _ horizontal: [Float], _ vertical: [Float], lower: inout [UInt8], toLower: inout [Float],
        toUpper: inout [Float]
    ) {
        let (x, y) = (horizontal.span, vertical.span)
        var lowerBins = lower.mutableSpan
        var lowerParts = toLower.mutableSpan
        var upperParts = toUpper.mutableSpan
        let count = x.count
        precondition(y.count == count && lowerBins.count == count)
        precondition(lowerParts.count == count && upperParts.count == count)
        for i in 0..<count {
            let position = position(x[i], y[i])
            // Adding 2²³ rounds to a whole number, which is then in the lowest bits.
            let nearest = position + 0x1p23
            let below = nearest - 0x1p23 > position ? nearest.bitPattern &- 1 : nearest.bitPattern
            let bin = min(Int32(truncatingIfNeeded: below & 15), Int32(bins) - 1)
            let fraction = position - Float(bin)
            let weight = fourthRoot(x[i] * x[i] + y[i] * y[i])
            lowerBins[i] = UInt8(truncatingIfNeeded: bin)
            lowerParts[i] = weight * (1 - fraction)
            upperParts[i] = weight * fraction
        }
    }

    /// Orientation of the line that a gradient belongs to, in bins, 0…8; 0 where there is no gradient.
    ///
    /// Without a branch, so that several pixels are done at once. Within 4e-7 of 8 atan2(y, x) / π, taken into 0…8.
    @inline(__always)
    static func position(_ x: Float, _ y: Float) -> Float {
        let (width, height) = (x.magnitude, y.magnitude)
        let ratio = min(width, height) / max(max(width, height), Float.leastNormalMagnitude)
        let inEighth = ratio * arcTangentQuotient(ratio * ratio)
        let inQuarter = height > width ? bins / 2 - inEighth : inEighth
        return (x < 0) != (y < 0) ? bins - inQuarter : inQuarter
    }

    /// x to the power of ¼ for x ≥ 0, within 1e-6 of it, and of 1e-5 where that is more.
    ///
    /// Without a call, as `squareRoot()` is one for negative numbers' sake. A first guess at x to the power of −¼ divides
    /// the exponent, and each of Newton's steps then doubles its exact digits (0.7 %, 5e-5, 1e-7).
    @inline(__always)
    static func fourthRoot(_ x: Float) -> Float {
        let positive = max(x, 1e-20)
        var inverse = Float(bitPattern: 0x4f58_4000 &- positive.bitPattern &>> 2)
        for _ in 0..<3 {
            let square = inverse * inverse
            inverse *= 1.25 - 0.25 * positive * (square * square)
        }
        return x * inverse * (inverse * inverse)
    }

    /// 8 atan(√z) / (π √z) for z in 0…1, by least squares at Chebyshev's nodes; within 2e-8 before rounding.
    @inline(__always)
    private static func arcTangentQuotient(_ z: Float) -> Float {
        var value: Float = 0.006_140_221_8
        value = value * z - 0.036_188_062
        value = value * z + 0.100_470_155
        value = value * z - 0.183_481_50
        value = value * z + 0.266_969_77
        value = value * z - 0.360_503_85
        value = value * z + 0.508_921_15
        value = value * z - 0.848_806_68
        return value * z + 2.546_478_7
    }
}
