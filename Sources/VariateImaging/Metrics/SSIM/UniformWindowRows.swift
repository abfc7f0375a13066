/// The SSIM of every uniform window of two 8-bit planes, one row of windows after the other.
///
/// Column sums over the window's rows slide down and window sums slide along them, all in `Int32`: a few additions a
/// pixel and no rounding.
struct UniformWindowRows {
    /// Odd sides, so that a window has a centre. (Sums of squares times the window's area would fit `Int32` up to 11.)
    private static let windows = [1, 3, 5, 7]

    let outputWidth: Int
    let outputHeight: Int

    private let a: Plane<UInt8>
    private let b: Plane<UInt8>
    private let window: Int
    private var y = 0
    private var columns: ColumnSums
    private var values: [Double]

    /// Nil when the window does not fit the planes.
    init?(_ a: Plane<UInt8>, _ b: Plane<UInt8>, window: Int) {
        precondition(Self.windows.contains(window), "a window of \(window) pixels")
        guard a.size.shortestSide >= window else { return nil }
        self.a = a
        self.b = b
        self.window = window
        outputWidth = a.width - window + 1
        outputHeight = a.height - window + 1
        columns = ColumnSums(count: a.width)
        values = Array(repeating: 0, count: outputWidth)
        for row in 0..<(window - 1) { slide(over: row, sign: 1) }
    }

    /// The next row of windows, or nil after the last.
    mutating func next() -> [Double]? {
        guard y < outputHeight else { return nil }
        slide(over: y + window - 1, sign: 1)
        columns.compare(window: window, into: &values)
        slide(over: y, sign: -1)
        y += 1
        return values
    }

    private mutating func slide(over row: Int, sign: Int32) {
        columns.add(a.samples, b.samples, range: (row * a.width)..<((row + 1) * a.width), sign: sign)
    }
}

/// Sums of a, b, a² + b² and ab over the window's rows, one for each column.
private struct ColumnSums {
    private var a: [Int32]
    private var b: [Int32]
    private var squares: [Int32]
    private var products: [Int32]

    init(count: Int) {
        a = Array(repeating: 0, count: count)
        b = a
        squares = a
        products = a
    }

    /// Adds the samples in `range`, or takes them away again when `sign` is −1.
    mutating func add(_ samplesA: [UInt8], _ samplesB: [UInt8], range: Range<Int>, sign: Int32) {
        Self.add(
            samplesA.span.extracting(range), samplesB.span.extracting(range), sign: sign, &a, &b, &squares, &products)
    }

    private static func add(
        _ rowA: Span<UInt8>, _ rowB: Span<UInt8>, sign: Int32,
        _ a: inout [Int32], _ b: inout [Int32], _ squares: inout [Int32], _ products: inout [Int32]
    ) {
        var a = a.mutableSpan
        var b = b.mutableSpan
        var squares = squares.mutableSpan
        var products = products.mutableSpan
        precondition(
            rowA.count == a.count && rowB.count == a.count && b.count == a.count
                && squares.count == a.count && products.count == a.count)
        for x in rowA.indices {
            let p = Int32(rowA[x])
            let q = Int32(rowB[x])
            a[x] &+= sign &* p
            b[x] &+= sign &* q
            squares[x] &+= sign &* (p &* p &+ q &* q)
            products[x] &+= sign &* (p &* q)
        }
    }

    /// Slides a window along the columns; `values` get the index of each.
    ///
    /// With sums over the window's N samples in place of means, both factors of numerator and denominator are N² and
    /// N (N − 1) times the paper's, which cancels in the quotient.
    func compare(window: Int, into values: inout [Double]) {
        let n = Int32(window * window)
        let c1 = StructuralSimilarity.c1 * Double(n) * Double(n)
        let c2 = StructuralSimilarity.c2 * Double(n) * Double(max(n - 1, 1))
        let a = self.a.span
        let b = self.b.span
        let squares = self.squares.span
        let products = self.products.span
        var output = values.mutableSpan
        var sA: Int32 = 0
        var sB: Int32 = 0
        var sSquares: Int32 = 0
        var sProducts: Int32 = 0
        for x in 0..<(window - 1) {
            sA &+= a[x]
            sB &+= b[x]
            sSquares &+= squares[x]
            sProducts &+= products[x]
        }
        for x in output.indices {
            let entering = x &+ window &- 1
            sA &+= a[entering]
            sB &+= b[entering]
            sSquares &+= squares[entering]
            sProducts &+= products[entering]
            let meanProduct = sA &* sB
            let meanSquares = sA &* sA &+ sB &* sB
            let covariance = n &* sProducts &- meanProduct
            let variances = n &* sSquares &- meanSquares
            output[x] =
                (Double(2 &* meanProduct) + c1) * (Double(2 &* covariance) + c2)
                / ((Double(meanSquares) + c1) * (Double(variances) + c2))
            sA &-= a[x]
            sB &-= b[x]
            sSquares &-= squares[x]
            sProducts &-= products[x]
        }
    }
}
