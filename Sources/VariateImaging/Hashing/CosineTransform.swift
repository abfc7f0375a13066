/// The unnormalised discrete cosine transform of the second kind, X[k] = 2 Σ x[n] cos(π k (2n + 1) / 2N), in `Double`.
///
/// pHash compares frequencies with their median. In pictures with a symmetry or without any detail along one axis many
/// frequencies are zero in exact arithmetic, and what decides is the rounding noise that the transform leaves. So this one
/// does the same operations in the same order as the real FFT (radix 4 and 2, decimation in time) and the DCT around it
/// (J. Makhoul, IEEE Trans. ASSP 28, 1980) in pocketfft, which SciPy 1.17 uses, and gives its results to the last bit.
struct CosineTransform {
    /// Samples in a transform: a power of two, at least 4.
    let length: Int

    /// cos and −sin of 2π i / `length`, with the sign of the exponential left out: (cos, sin).
    private let roots: RootsOfUnity
    /// cos of 2π (i + 1) / (4 `length`).
    private let cosines: [Double]

    init(length: Int) {
        precondition(length >= 4 && length.nonzeroBitCount == 1, "a transform of \(length) samples")
        self.length = length
        roots = RootsOfUnity(order: length)
        let quarters = RootsOfUnity(order: 4 * length)
        cosines = (1...length).map { quarters[$0].cosine }
    }

    /// The lowest `side` × `side` frequencies of a square picture: columns are transformed first, then rows.
    func lowFrequencies(of samples: [Double], side: Int) -> [Double] {
        let columns = (0..<length).map { x in
            transform((0..<length).map { y in samples[y * length + x] })
        }
        return (0..<side).flatMap { v in
            transform(columns.map { $0[v] }).prefix(side)
        }
    }

    /// All frequencies of one line.
    func transform(_ line: [Double]) -> [Double] {
        precondition(line.count == length)
        var x = line
        x[0] *= 2
        x[length - 1] *= 2
        for k in stride(from: 1, to: length - 1, by: 2) {
            (x[k], x[k + 1]) = (x[k + 1] + x[k], x[k + 1] - x[k])
        }
        var c = realTransform(x, from: 0, step: 1, count: length)
        let middle = length / 2
        for k in 1..<middle {
            let mirrored = length - k
            let t1 = cosines[k - 1] * c[mirrored] + cosines[mirrored - 1] * c[k]
            let t2 = cosines[k - 1] * c[k] - cosines[mirrored - 1] * c[mirrored]
            c[k] = 0.5 * (t1 + t2)
            c[mirrored] = 0.5 * (t1 - t2)
        }
        c[middle] *= cosines[middle - 1]
        return c
    }

    /// The Fourier transform of the real samples `from`, `from + step`, …: the real part of the mean, then real and
    /// imaginary part of each frequency in turn, and the real part of the highest.
    private func realTransform(_ x: [Double], from: Int, step: Int, count: Int) -> [Double] {
        if count == 1 { return [x[from]] }
        // An odd power of two starts with its factor of two.
        let isPowerOfFour = count.trailingZeroBitCount % 2 == 0
        let radix = isPowerOfFour ? 4 : 2
        let parts = (0..<radix).map { part in
            realTransform(x, from: from + part * step, step: step * radix, count: count / radix)
        }
        return isPowerOfFour
            ? joinFour(parts[0], parts[1], parts[2], parts[3], step: step)
            : joinTwo(parts[0], parts[1], step: step)
    }

    private func joinTwo(_ p0: [Double], _ p1: [Double], step: Int) -> [Double] {
        let m = p0.count
        var out = [Double](repeating: 0, count: 2 * m)
        out[0] = p0[0] + p1[0]
        out[2 * m - 1] = p0[0] - p1[0]
        guard m > 1 else { return out }
        out[m] = -p1[m - 1]
        out[m - 1] = p0[m - 1]
        for i in stride(from: 2, to: m, by: 2) {
            let mirrored = m - i
            let q1 = rotated(p1, i, by: roots[step * i / 2])
            out[i - 1] = p0[i - 1] + q1.real
            out[m + mirrored - 1] = p0[i - 1] - q1.real
            out[i] = q1.imaginary + p0[i]
            out[m + mirrored] = q1.imaginary - p0[i]
        }
        return out
    }

    private func joinFour(
        _ p0: [Double], _ p1: [Double], _ p2: [Double], _ p3: [Double], step: Int
    ) -> [Double] {
        let m = p0.count
        var out = [Double](repeating: 0, count: 4 * m)
        let odd = p3[0] + p1[0]
        let even = p0[0] + p2[0]
        out[2 * m] = p3[0] - p1[0]
        out[2 * m - 1] = p0[0] - p2[0]
        out[0] = even + odd
        out[4 * m - 1] = even - odd
        guard m > 1 else { return out }
        let last = m - 1
        let highSum = -0.5.squareRoot() * (p1[last] + p3[last])
        let highDifference = 0.5.squareRoot() * (p1[last] - p3[last])
        out[last] = p0[last] + highDifference
        out[2 * m + last] = p0[last] - highDifference
        out[3 * m] = highSum + p2[last]
        out[m] = highSum - p2[last]
        for i in stride(from: 2, to: m, by: 2) {
            let mirrored = m - i
            let q1 = rotated(p1, i, by: roots[step * i / 2])
            let q2 = rotated(p2, i, by: roots[step * i])
            let q3 = rotated(p3, i, by: roots[3 * step * i / 2])
            let oddReal = q3.real + q1.real
            let oddRealDifference = q3.real - q1.real
            let oddImaginary = q1.imaginary + q3.imaginary
            let oddImaginaryDifference = q1.imaginary - q3.imaginary
            let evenReal = p0[i - 1] + q2.real
            let evenRealDifference = p0[i - 1] - q2.real
            let evenImaginary = p0[i] + q2.imaginary
            let evenImaginaryDifference = p0[i] - q2.imaginary
            out[i - 1] = evenReal + oddReal
            out[3 * m + mirrored - 1] = evenReal - oddReal
            out[i] = oddImaginary + evenImaginary
            out[3 * m + mirrored] = oddImaginary - evenImaginary
            out[2 * m + i - 1] = evenRealDifference + oddImaginaryDifference
            out[m + mirrored - 1] = evenRealDifference - oddImaginaryDifference
            out[2 * m + i] = oddRealDifference + evenImaginaryDifference
            out[m + mirrored] = oddRealDifference - evenImaginaryDifference
        }
        return out
    }

    /// Frequency i / 2 of a part, times the conjugate of a root of unity.
    private func rotated(
        _ part: [Double], _ i: Int, by root: (cosine: Double, sine: Double)
    ) -> (real: Double, imaginary: Double) {
        (root.cosine * part[i - 1] + root.sine * part[i], root.cosine * part[i] - root.sine * part[i - 1])
    }
}

/// cos and sin of 2π i / `order` for i up to half the order, as products of two entries of short tables: the same roundings
/// as pocketfft's.
private struct RootsOfUnity {
    private let shift: Int
    private let fine: [(cosine: Double, sine: Double)]
    private let coarse: [(cosine: Double, sine: Double)]

    init(order: Int) {
        let count = (order + 2) / 2
        var shift = 1
        while 1 << (2 * shift) < count { shift += 1 }
        let fineCount = 1 << shift
        self.shift = shift
        fine = (0..<fineCount).map { Self.root($0, order) }
        coarse = (0..<((count + fineCount - 1) / fineCount)).map { Self.root($0 * fineCount, order) }
    }

    subscript(_ index: Int) -> (cosine: Double, sine: Double) {
        let a = fine[index & (fine.count - 1)]
        let b = coarse[index >> shift]
        return (a.cosine * b.cosine - a.sine * b.sine, a.cosine * b.sine + a.sine * b.cosine)
    }

    /// Reduced to the first eighth of the circle, where cosine and sine are most exact.
    private static func root(_ index: Int, _ order: Int) -> (cosine: Double, sine: Double) {
        if index == 0 { return (1, 0) }
        let angle = 0.25 * Double.pi / Double(order)
        func eighth(_ x: Int) -> (cosine: Double, sine: Double) {
            (cosine(Double(x) * angle), sine(Double(x) * angle))
        }
        // In eighths of a step of the circle: the quarter is 2 `order`, the half 4 `order`.
        let x = 8 * index
        if x < order { return eighth(x) }
        if x < 2 * order {
            let e = eighth(2 * order - x)
            return (e.sine, e.cosine)
        }
        let y = x - 2 * order
        if y < order {
            let e = eighth(y)
            return (-e.sine, e.cosine)
        }
        let e = eighth(2 * order - y)
        return (-e.cosine, e.sine)
    }
}
