/// The unnormalised discrete cosine transform of the second kind, X[k] = 2 Σ x[n] cos(π k (2n + 1) / 2N), in `Double`.
///
/// pHash compares frequencies with their median. In pictures with a symmetry or without any detail along one axis many
/// frequencies are zero in exact arithmetic, and what decides is the rounding noise that the transform leaves. So this one
/// does the same operations in the same order as SciPy 1.17's: the samples are combined in pairs, read as a half-complex
/// spectrum, taken back through a real FFT (passes of radix 4 and 2), and turned by a quarter of a step (J. Makhoul, IEEE
/// Trans. ASSP 28, 1980). The results are equal to SciPy's to the last bit.
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
        var c = synthesize(x)
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

    /// The real signal of a half-complex spectrum (real part of the mean, real and imaginary part of each frequency in
    /// turn, real part of the highest), unnormalised.
    private func synthesize(_ spectrum: [Double]) -> [Double] {
        var pass = SynthesisPass(spectrum: spectrum)
        // An odd power of two starts with its factor of two.
        if length.trailingZeroBitCount % 2 == 1 { pass.splitByTwo(roots) }
        while pass.blocks < length { pass.splitByFour(roots) }
        return pass.values
    }
}

/// The state between two passes of the inverse real FFT: `blocks` spectra side by side, which each pass splits further.
private struct SynthesisPass {
    private(set) var values: [Double]
    private(set) var blocks = 1

    init(spectrum: [Double]) {
        values = spectrum
    }

    /// Splits every spectrum of n values into two of n / 2.
    mutating func splitByTwo(_ roots: RootsOfUnity) {
        let n = values.count / (2 * blocks)
        var out = [Double](repeating: 0, count: values.count)
        for block in 0..<blocks {
            let (in0, in1) = (2 * block * n, (2 * block + 1) * n)
            let (out0, out1) = (block * n, (block + blocks) * n)
            out[out0] = values[in0] + values[in1 + n - 1]
            out[out1] = values[in0] - values[in1 + n - 1]
            if n % 2 == 0 {
                out[out0 + n - 1] = 2 * values[in0 + n - 1]
                out[out1 + n - 1] = -2 * values[in1]
            }
            for i in stride(from: 2, to: n, by: 2) {
                let mirrored = n - i
                out[out0 + i - 1] = values[in0 + i - 1] + values[in1 + mirrored - 1]
                out[out0 + i] = values[in0 + i] - values[in1 + mirrored]
                let real = values[in0 + i - 1] - values[in1 + mirrored - 1]
                let imaginary = values[in0 + i] + values[in1 + mirrored]
                rotate(real, imaginary, by: roots[blocks * i / 2], into: &out, at: out1 + i)
            }
        }
        values = out
        blocks *= 2
    }

    /// Splits every spectrum of n values into four of n / 4.
    mutating func splitByFour(_ roots: RootsOfUnity) {
        let n = values.count / (4 * blocks)
        let root2 = 2.0.squareRoot()
        var out = [Double](repeating: 0, count: values.count)
        for block in 0..<blocks {
            let in0 = 4 * block * n
            let (in1, in2, in3) = (in0 + n, in0 + 2 * n, in0 + 3 * n)
            let out0 = block * n
            let (out1, out2, out3) = (out0 + blocks * n, out0 + 2 * blocks * n, out0 + 3 * blocks * n)

            let ends = (values[in0] + values[in3 + n - 1], values[in0] - values[in3 + n - 1])
            let second = 2 * values[in1 + n - 1]
            let third = 2 * values[in2]
            out[out0] = ends.0 + second
            out[out2] = ends.0 - second
            out[out3] = ends.1 + third
            out[out1] = ends.1 - third
            if n % 2 == 0 {
                let imaginary = (values[in3] + values[in1], values[in3] - values[in1])
                let real = (values[in0 + n - 1] + values[in2 + n - 1], values[in0 + n - 1] - values[in2 + n - 1])
                out[out0 + n - 1] = real.0 + real.0
                out[out1 + n - 1] = root2 * (real.1 - imaginary.0)
                out[out2 + n - 1] = imaginary.1 + imaginary.1
                out[out3 + n - 1] = -root2 * (real.1 + imaginary.0)
            }
            for i in stride(from: 2, to: n, by: 2) {
                let mirrored = n - i
                let real03 = (
                    values[in0 + i - 1] + values[in3 + mirrored - 1], values[in0 + i - 1] - values[in3 + mirrored - 1]
                )
                let imaginary03 = (values[in0 + i] + values[in3 + mirrored], values[in0 + i] - values[in3 + mirrored])
                let imaginary21 = (values[in2 + i] + values[in1 + mirrored], values[in2 + i] - values[in1 + mirrored])
                let real21 = (
                    values[in2 + i - 1] + values[in1 + mirrored - 1], values[in2 + i - 1] - values[in1 + mirrored - 1]
                )
                out[out0 + i - 1] = real03.0 + real21.0
                out[out0 + i] = imaginary03.1 + imaginary21.1
                let step = blocks * i / 2
                rotate(
                    real03.1 - imaginary21.0, imaginary03.0 + real21.1, by: roots[step], into: &out, at: out1 + i)
                rotate(
                    real03.0 - real21.0, imaginary03.1 - imaginary21.1, by: roots[2 * step], into: &out, at: out2 + i)
                rotate(
                    real03.1 + imaginary21.0, imaginary03.0 - real21.1, by: roots[3 * step], into: &out, at: out3 + i)
            }
        }
        values = out
        blocks *= 4
    }

    /// Writes a complex value times a root of unity: its real part before `index`, its imaginary part there.
    private func rotate(
        _ real: Double, _ imaginary: Double, by root: (cosine: Double, sine: Double), into out: inout [Double],
        at index: Int
    ) {
        out[index] = root.cosine * imaginary + root.sine * real
        out[index - 1] = root.cosine * real - root.sine * imaginary
    }
}

/// cos and sin of 2π i / `order` for i up to half the order, as products of two entries of short tables: the same roundings
/// as SciPy's.
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
