/// The two factors of SSIM for every window of two planes that lies inside them, one row of windows after the other.
///
/// Each source row is filtered along itself once, for a, b, a² + b² and ab; the last `taps` filtered rows are kept in a
/// ring and weighted downwards. Everything is in `Double`: with 8-bit samples the variances are within 1e-10.
struct WeightedWindowRows<Row: WindowRowSource> {
    let outputWidth: Int
    let outputHeight: Int

    private let source: Row
    private let window: WeightedWindow
    private var y = 0
    private var filteredRows = 0
    private var ring: [Moments]
    private var columns: Moments
    private var line: Moments

    /// The comparison of means, (2 µa µb + C1) / (µa² + µb² + C1), of each window in the row last computed.
    private(set) var luminance: [Double]
    /// The comparison of contrast and structure, (2 σab + C2) / (σa² + σb² + C2), of each window in that row.
    private(set) var contrastStructure: [Double]

    /// Nil when the window does not fit.
    init?(_ source: Row, window: WeightedWindow) {
        let taps = window.weights.count
        guard source.size.shortestSide >= taps else { return nil }
        self.source = source
        self.window = window
        outputWidth = source.size.width - taps + 1
        outputHeight = source.size.height - taps + 1
        line = Moments(count: source.size.width)
        columns = Moments(count: outputWidth)
        ring = Array(repeating: Moments(count: outputWidth), count: taps)
        luminance = Array(repeating: 0, count: outputWidth)
        contrastStructure = luminance
    }

    /// Computes the next row of windows; false after the last.
    mutating func advance() -> Bool {
        guard y < outputHeight else { return false }
        let taps = window.weights.count
        while filteredRows < y + taps {
            source.load(row: filteredRows, a: &line.a, b: &line.b)
            line.completeProducts()
            ring[filteredRows % taps].weigh(alongRow: line, window.weights)
            filteredRows += 1
        }
        columns.clear()
        for tap in 0..<taps { columns.add(ring[(y + tap) % taps], times: window.weights[tap]) }
        compare()
        y += 1
        return true
    }

    private mutating func compare() {
        let scale = window.covarianceScale
        for x in 0..<outputWidth {
            let meanA = columns.a[x]
            let meanB = columns.b[x]
            let meanProduct = meanA * meanB
            let meanSquares = meanA * meanA + meanB * meanB
            let covariance = scale * (columns.products[x] - meanProduct)
            let variances = scale * (columns.squares[x] - meanSquares)
            luminance[x] = (2 * meanProduct + StructuralSimilarity.c1) / (meanSquares + StructuralSimilarity.c1)
            contrastStructure[x] = (2 * covariance + StructuralSimilarity.c2) / (variances + StructuralSimilarity.c2)
        }
    }
}

/// Two planes that give their rows as `Double`.
protocol WindowRowSource {
    var size: Size { get }
    func load(row: Int, a: inout [Double], b: inout [Double])
}

/// Two 8-bit planes.
struct ByteRowSource: WindowRowSource {
    let a: Plane<UInt8>
    let b: Plane<UInt8>

    var size: Size { a.size }

    func load(row: Int, a: inout [Double], b: inout [Double]) {
        let start = row * size.width
        for x in a.indices { a[x] = Double(self.a.samples[start + x]) }
        for x in b.indices { b[x] = Double(self.b.samples[start + x]) }
    }
}

/// Two planes of single-precision samples in 0…255.
struct FloatRowSource: WindowRowSource {
    let a: Plane<Float>
    let b: Plane<Float>

    var size: Size { a.size }

    func load(row: Int, a: inout [Double], b: inout [Double]) {
        let start = row * size.width
        for x in a.indices { a[x] = Double(self.a.samples[start + x]) }
        for x in b.indices { b[x] = Double(self.b.samples[start + x]) }
    }
}

/// Rows of a, b, a² + b² and ab, or weighted sums of them.
private struct Moments {
    var a: [Double]
    var b: [Double]
    var squares: [Double]
    var products: [Double]

    init(count: Int) {
        a = Array(repeating: 0, count: count)
        b = a
        squares = a
        products = a
    }

    mutating func completeProducts() {
        for x in a.indices {
            squares[x] = a[x] * a[x] + b[x] * b[x]
            products[x] = a[x] * b[x]
        }
    }

    mutating func clear() {
        for x in a.indices {
            a[x] = 0
            b[x] = 0
            squares[x] = 0
            products[x] = 0
        }
    }

    mutating func add(_ other: Moments, times weight: Double) {
        Self.add(other.a.span, times: weight, to: &a)
        Self.add(other.b.span, times: weight, to: &b)
        Self.add(other.squares.span, times: weight, to: &squares)
        Self.add(other.products.span, times: weight, to: &products)
    }

    /// Each sample becomes the weighted sum of the `weights.count` samples of `line` from its own position on.
    mutating func weigh(alongRow line: Moments, _ weights: [Double]) {
        clear()
        let count = a.count
        for (tap, weight) in weights.enumerated() {
            let range = tap..<(tap + count)
            Self.add(line.a.span.extracting(range), times: weight, to: &a)
            Self.add(line.b.span.extracting(range), times: weight, to: &b)
            Self.add(line.squares.span.extracting(range), times: weight, to: &squares)
            Self.add(line.products.span.extracting(range), times: weight, to: &products)
        }
    }

    private static func add(_ row: Span<Double>, times weight: Double, to sums: inout [Double]) {
        var sums = sums.mutableSpan
        precondition(row.count == sums.count)
        for x in row.indices { sums[x] += weight * row[x] }
    }
}
