/// The unnormalised discrete cosine transform of the second kind, X[k] = 2 Σ x[n] cos(π k (2n + 1) / 2N), in `Double`.
///
/// pHash compares frequencies with their median. In pictures with a symmetry or without any detail along one axis many
/// frequencies are zero in exact arithmetic, and what decides is the rounding noise that the transform leaves. So this one
/// does the same operations in the same order as pocketfft, which SciPy 1.17 uses, and gives its results to the last bit:
/// the samples' sums and differences are taken for the spectrum of a real line, which is synthesised by radix 4 and 2 and
/// turned into the transform by one rotation of each pair (J. Makhoul, IEEE Trans. ASSP 28, 1980).
struct CosineTransform {
    /// Samples in a transform: a power of two, at least 4.
    let length: Int

    /// cos and sin of 2π i / `length`.
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
        var c = synthesised(x, step: 1)
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

    /// The real samples whose spectrum is given in packed form: the mean, then real and imaginary part of each frequency
    /// in turn, and the highest. `step` is the whole length divided by this one.
    private func synthesised(_ spectrum: [Double], step: Int) -> [Double] {
        if spectrum.count == 1 { return spectrum }
        // An odd power of two starts with its factor of two.
        let isPowerOfFour = spectrum.count.trailingZeroBitCount % 2 == 0
        let parts = isPowerOfFour ? splitInFour(spectrum, step: step) : splitInTwo(spectrum, step: step)
        var samples = spectrum
        for (offset, part) in parts.enumerated() {
            let line = synthesised(part, step: step * parts.count)
            for (i, value) in line.enumerated() { samples[offset + parts.count * i] = value }
        }
        return samples
    }

    /// The spectra of the even and of the odd samples.
    private func splitInTwo(_ c: [Double], step: Int) -> [[Double]] {
        let m = c.count / 2
        var p0 = [Double](repeating: 0, count: m)
        var p1 = p0
        p0[0] = c[0] + c[2 * m - 1]
        p1[0] = c[0] - c[2 * m - 1]
        guard m > 1 else { return [p0, p1] }
        p0[m - 1] = 2 * c[m - 1]
        p1[m - 1] = -2 * c[m]
        for i in stride(from: 2, to: m, by: 2) {
            let mirrored = 2 * m - i
            p0[i - 1] = c[i - 1] + c[mirrored - 1]
            p0[i] = c[i] - c[mirrored]
            let difference = (real: c[i - 1] - c[mirrored - 1], imaginary: c[i] + c[mirrored])
            (p1[i - 1], p1[i]) = rotated(difference, by: roots[step * i / 2])
        }
        return [p0, p1]
    }

    /// The spectra of every fourth sample, from the first, second, third and fourth on.
    private func splitInFour(_ c: [Double], step: Int) -> [[Double]] {
        let m = c.count / 4
        var p0 = [Double](repeating: 0, count: m)
        var p1 = p0
        var p2 = p0
        var p3 = p0
        let ends = c[0] + c[4 * m - 1]
        let endsDifference = c[0] - c[4 * m - 1]
        let middle = 2 * c[2 * m - 1]
        let middleImaginary = 2 * c[2 * m]
        p0[0] = ends + middle
        p2[0] = ends - middle
        p3[0] = endsDifference + middleImaginary
        p1[0] = endsDifference - middleImaginary
        guard m > 1 else { return [p0, p1, p2, p3] }
        let last = m - 1
        let upper = c[3 * m] + c[m]
        let upperDifference = c[3 * m] - c[m]
        let lower = c[last] + c[2 * m + last]
        let lowerDifference = c[last] - c[2 * m + last]
        let root2 = 2.0.squareRoot()
        p0[last] = lower + lower
        p1[last] = root2 * (lowerDifference - upper)
        p2[last] = upperDifference + upperDifference
        p3[last] = -root2 * (lowerDifference + upper)
        for i in stride(from: 2, to: m, by: 2) {
            // Frequency i / 2 of the first and third quarter, and its mirror images in the fourth and second.
            let first = (real: c[i - 1], imaginary: c[i])
            let third = (real: c[2 * m + i - 1], imaginary: c[2 * m + i])
            let fourth = (real: c[4 * m - i - 1], imaginary: c[4 * m - i])
            let second = (real: c[2 * m - i - 1], imaginary: c[2 * m - i])
            let tr2 = first.real + fourth.real
            let tr1 = first.real - fourth.real
            let ti1 = first.imaginary + fourth.imaginary
            let ti2 = first.imaginary - fourth.imaginary
            let tr4 = third.imaginary + second.imaginary
            let ti3 = third.imaginary - second.imaginary
            let tr3 = third.real + second.real
            let ti4 = third.real - second.real
            p0[i - 1] = tr2 + tr3
            p0[i] = ti2 + ti3
            (p1[i - 1], p1[i]) = rotated((tr1 - tr4, ti1 + ti4), by: roots[step * i / 2])
            (p2[i - 1], p2[i]) = rotated((tr2 - tr3, ti2 - ti3), by: roots[step * i])
            (p3[i - 1], p3[i]) = rotated((tr1 + tr4, ti1 - ti4), by: roots[3 * step * i / 2])
        }
        return [p0, p1, p2, p3]
    }

    /// A complex number times a root of unity.
    private func rotated(
        _ z: (real: Double, imaginary: Double), by root: (cosine: Double, sine: Double)
    ) -> (real: Double, imaginary: Double) {
        (
            root.cosine * z.real - root.sine * z.imaginary,
            root.cosine * z.imaginary + root.sine * z.real
        )
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
