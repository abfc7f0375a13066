/// How much fine detail a picture has: what a blurred, shaken or enlarged one lacks against its source.
public struct Sharpness: Sendable, Equatable {
    /// log₁₀ of the variance of the 4-neighbour Laplacian plus 0.1; higher is sharper.
    public let laplacianVariance: Double
    /// log₁₀ of the 95th percentile over tiles of the root-mean-square Laplacian plus 0.3; higher is sharper.
    public let detail95: Double
    /// The same at the 98th percentile: the sharpest parts of the picture.
    public let detail98: Double
    /// 99.7th percentile of the gradient magnitude, in grey levels a pixel; under about 16 there is nothing to see.
    public let topGradient: Double
    /// log₁₀ of the top gradient plus 1.
    public let topGradientLogarithm: Double

    /// Side of a tile, in pixels.
    static let tile = 16
    static let varianceFloor = 0.1
    static let detailFloor = 0.3
    static let topPercent = 99.7
    /// Sobel's masks give eight times the slope; the calibration was done on twice the slope.
    static let gradientScale: Float = 0.25

    /// Measures the reduced luma.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        self.init(luma: picture.reduced)
    }

    init(luma: Plane<Float>) {
        var laplacian = LaplacianRow(width: luma.width)
        var moments = RowMoments()
        var details = TileDetails(luma.size)
        var sobel = SobelRow(width: luma.width)
        var squares = [Float](repeating: 0, count: luma.width)
        var top = TopValues(Self.topPercent, of: luma.size.pixelCount)
        for y in 0..<luma.height {
            laplacian.take(luma, y)
            moments.add(laplacian.values.span)
            details.add(laplacian.values.span)
            sobel.differentiate(luma, y)
            Self.addSquares(sobel.horizontal.span, sobel.vertical.span, into: &squares)
            top.add(squares.span)
        }
        laplacianVariance = commonLogarithm(moments.variance + Self.varianceFloor)
        detail95 = commonLogarithm(OrderStatistics.percentile(details.values, 95) + Self.detailFloor)
        detail98 = commonLogarithm(OrderStatistics.percentile(details.values, 98) + Self.detailFloor)
        // The root keeps the order, so that it need not be taken of every pixel.
        topGradient = top.percentile { $0.squareRoot() } * Double(Self.gradientScale)
        topGradientLogarithm = commonLogarithm(topGradient + 1)
    }

    private static func addSquares(_ x: Span<Float>, _ y: Span<Float>, into sums: inout [Float]) {
        var target = sums.mutableSpan
        precondition(x.count == target.count && y.count == target.count)
        for i in 0..<target.count { target[i] = x[i] * x[i] + y[i] * y[i] }
    }
}

/// The sum of the four neighbours less four times the pixel, along one row, the border mirrored.
///
/// Apart from `Plane<UInt8>.laplacian()`, which works in whole numbers: the reduced luma is not rounded to levels.
private struct LaplacianRow {
    private(set) var values: [Float]
    private var padded: [Float]

    init(width: Int) {
        values = [Float](repeating: 0, count: width)
        padded = [Float](repeating: 0, count: width + 2)
    }

    mutating func take(_ luma: Plane<Float>, _ y: Int) {
        padRow(y, of: luma, into: &padded, radius: 1)
        Self.combine(
            luma.row(reflected(y - 1, in: luma.height)), padded, luma.row(reflected(y + 1, in: luma.height)),
            into: &values)
    }

    private static func combine(
        _ above: Span<Float>, _ row: [Float], _ below: Span<Float>, into result: inout [Float]
    ) {
        var target = result.mutableSpan
        let width = target.count
        let left = row.span.extracting(0..<width)
        let centre = row.span.extracting(1..<width + 1)
        let right = row.span.extracting(2..<width + 2)
        precondition(above.count == width && below.count == width)
        for i in 0..<width { target[i] = (above[i] + below[i]) + (left[i] + right[i]) - 4 * centre[i] }
    }
}

/// Root mean square of each whole tile of rows that come one after the other; of a picture smaller than a tile, one value
/// for all of it.
private struct TileDetails {
    private(set) var values: [Float] = []
    private let tile: Size
    /// Sums of squares down the columns of the current row of tiles.
    private var columns: [Float]
    private var rows = 0

    init(_ size: Size) {
        tile = Size(width: min(Sharpness.tile, size.width), height: min(Sharpness.tile, size.height))
        columns = [Float](repeating: 0, count: size.width)
    }

    mutating func add(_ row: Span<Float>) {
        Self.addSquares(row, to: &columns)
        rows += 1
        if rows == tile.height { endTiles() }
    }

    private mutating func endTiles() {
        for left in stride(from: 0, through: columns.count - tile.width, by: tile.width) {
            let energy = columns[left..<left + tile.width].reduce(0, +)
            values.append((energy / Float(tile.pixelCount)).squareRoot())
        }
        for x in columns.indices { columns[x] = 0 }
        rows = 0
    }

    private static func addSquares(_ row: Span<Float>, to sums: inout [Float]) {
        var target = sums.mutableSpan
        precondition(row.count == target.count)
        for i in 0..<row.count { target[i] += row[i] * row[i] }
    }
}
