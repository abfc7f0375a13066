/// The unnormalised discrete cosine transform of the second kind, X[k] = 2 Σ x[n] cos(π k (2n + 1) / 2N), in `Double`.
///
/// pHash compares frequencies with their median. In pictures with a symmetry or without any detail along one axis many
/// frequencies are zero in exact arithmetic, and what decides is the rounding noise that the transform leaves. So this one
/// does the same operations in the same order as the real inverse FFT (radix 4 and 2) and the DCT around it (J. Makhoul,
/// IEEE Trans. ASSP 28, 1980) in pocketfft, which SciPy 1.17 uses, and gives its results to the last bit.
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
            (x[k], x[k + 1]) = (x[k] + x[k + 1], x[k + 1] - x[k])
        }
        var c = inverseTransform(x)
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

    /// The real signal whose half spectrum is given: the mean, then real and imaginary part of each frequency in turn,
    /// and the real part of the highest. Not divided by the length.
    private func inverseTransform(_ spectrum: [Double]) -> [Double] {
        // An odd power of two starts with its factor of two, all others are fours.
        let isPowerOfFour = length.trailingZeroBitCount % 2 == 0
        var data = spectrum
        var blocks = 1
        if !isPowerOfFour {
            data = splitInTwo(data, blocks: blocks)
            blocks *= 2
        }
        while blocks < length {
            data = splitInFour(data, blocks: blocks)
            blocks *= 4
        }
        return data
    }

    /// Each of the `blocks` half spectra becomes two of half the length: the even and the odd samples of its signal.
    private func splitInTwo(_ input: [Double], blocks: Int) -> [Double] {
        let m = length / (2 * blocks)
        var output = [Double](repeating: 0, count: length)
        for block in 0..<blocks {
            let part = (0..<2).map { m * ($0 + 2 * block) }
            let result = (0..<2).map { m * (block + blocks * $0) }
            output[result[0]] = input[part[0]] + input[part[1] + m - 1]
            output[result[1]] = input[part[0]] - input[part[1] + m - 1]
            guard m > 1 else { continue }
            output[result[0] + m - 1] = 2 * input[part[0] + m - 1]
            output[result[1] + m - 1] = -2 * input[part[1]]
            for i in stride(from: 2, to: m, by: 2) {
                let j = m - i
                output[result[0] + i - 1] = input[part[0] + i - 1] + input[part[1] + j - 1]
                let real = input[part[0] + i - 1] - input[part[1] + j - 1]
                let imaginary = input[part[0] + i] + input[part[1] + j]
                output[result[0] + i] = input[part[0] + i] - input[part[1] + j]
                rotate(real, imaginary, by: roots[blocks * i / 2], into: &output, at: result[1] + i)
            }
        }
        return output
    }

    /// Each of the `blocks` half spectra becomes four of a quarter of the length.
    private func splitInFour(_ input: [Double], blocks: Int) -> [Double] {
        let m = length / (4 * blocks)
        let last = m - 1
        let root2 = 2.0.squareRoot()
        var output = [Double](repeating: 0, count: length)
        for block in 0..<blocks {
            let p = (0..<4).map { m * ($0 + 4 * block) }
            let r = (0..<4).map { m * (block + blocks * $0) }
            let sum = input[p[0]] + input[p[3] + last]
            let difference = input[p[0]] - input[p[3] + last]
            let twiceReal = 2 * input[p[1] + last]
            let twiceImaginary = 2 * input[p[2]]
            output[r[0]] = sum + twiceReal
            output[r[2]] = sum - twiceReal
            output[r[3]] = difference + twiceImaginary
            output[r[1]] = difference - twiceImaginary
            guard m > 1 else { continue }
            let ti1 = input[p[3]] + input[p[1]]
            let ti2 = input[p[3]] - input[p[1]]
            let tr2 = input[p[0] + last] + input[p[2] + last]
            let tr1 = input[p[0] + last] - input[p[2] + last]
            output[r[0] + last] = tr2 + tr2
            output[r[1] + last] = root2 * (tr1 - ti1)
            output[r[2] + last] = ti2 + ti2
            output[r[3] + last] = -root2 * (tr1 + ti1)
            for i in stride(from: 2, to: m, by: 2) {
                let j = m - i
                let tr2 = input[p[0] + i - 1] + input[p[3] + j - 1]
                let tr1 = input[p[0] + i - 1] - input[p[3] + j - 1]
                let ti1 = input[p[0] + i] + input[p[3] + j]
                let ti2 = input[p[0] + i] - input[p[3] + j]
                let tr4 = input[p[2] + i] + input[p[1] + j]
                let ti3 = input[p[2] + i] - input[p[1] + j]
                let tr3 = input[p[2] + i - 1] + input[p[1] + j - 1]
                let ti4 = input[p[2] + i - 1] - input[p[1] + j - 1]
                output[r[0] + i - 1] = tr2 + tr3
                output[r[0] + i] = ti2 + ti3
                let step = blocks * i / 2
                rotate(tr1 - tr4, ti1 + ti4, by: roots[step], into: &output, at: r[1] + i)
                rotate(tr2 - tr3, ti2 - ti3, by: roots[2 * step], into: &output, at: r[2] + i)
                rotate(tr1 + tr4, ti1 - ti4, by: roots[3 * step], into: &output, at: r[3] + i)
            }
        }
        return output
    }

    /// Writes a complex number times a root of unity: the imaginary part at `index`, the real part before it.
    private func rotate(
        _ real: Double, _ imaginary: Double, by root: (cosine: Double, sine: Double), into output: inout [Double],
        at index: Int
    ) {
        output[index] = root.cosine * imaginary + root.sine * real
        output[index - 1] = root.cosine * real - root.sine * imaginary
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
