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
        let laplacian = Self.laplacian(luma)
        var moments = RowMoments()
        for y in 0..<luma.height {
            moments.add(laplacian.samples.span.extracting(y * luma.width..<(y + 1) * luma.width))
        }
        laplacianVariance = commonLogarithm(moments.variance + Self.varianceFloor)
        let details = Self.tileDetails(laplacian)
        detail95 = commonLogarithm(OrderStatistics.percentile(details, 95) + Self.detailFloor)
        detail98 = commonLogarithm(OrderStatistics.percentile(details, 98) + Self.detailFloor)
        var gradients = SobelGradient(of: luma).magnitude().samples
        topGradient =
            OrderStatistics.percentile(scrambling: &gradients, Self.topPercent) * Double(Self.gradientScale)
        topGradientLogarithm = commonLogarithm(topGradient + 1)
    }

    /// The sum of the four neighbours less four times the pixel, the border mirrored.
    ///
    /// Apart from `Plane<UInt8>.laplacian()`, which works in whole numbers: the reduced luma is not rounded to levels.
    private static func laplacian(_ luma: Plane<Float>) -> Plane<Float> {
        let (width, height) = (luma.width, luma.height)
        var result = luma
        var padded = [Float](repeating: 0, count: width + 2)
        let rows = luma.samples.span
        for y in 0..<height {
            padRow(y, of: luma, into: &padded, radius: 1)
            let above = reflected(y - 1, in: height) * width
            let below = reflected(y + 1, in: height) * width
            combine(
                rows.extracting(above..<above + width), padded.span, rows.extracting(below..<below + width),
                into: &result.samples, at: y * width)
        }
        return result
    }

    private static func combine(
        _ above: Span<Float>, _ padded: Span<Float>, _ below: Span<Float>, into result: inout [Float], at start: Int
    ) {
        let width = above.count
        let left = padded.extracting(0..<width)
        let centre = padded.extracting(1..<width + 1)
        let right = padded.extracting(2..<width + 2)
        precondition(below.count == width && start >= 0 && start + width <= result.count)
        for i in 0..<width {
            result[start + i] = (above[i] + below[i]) + (left[i] + right[i]) - 4 * centre[i]
        }
    }

    /// Root mean square of each whole tile; of a picture smaller than a tile, one value for all of it.
    private static func tileDetails(_ laplacian: Plane<Float>) -> [Float] {
        let (width, height) = (laplacian.width, laplacian.height)
        let (tileWidth, tileHeight) = (min(tile, width), min(tile, height))
        let (across, down) = (width / tileWidth, height / tileHeight)
        var energies = [Float](repeating: 0, count: across * down)
        let samples = laplacian.samples.span
        for y in 0..<down * tileHeight {
            let row = samples.extracting(y * width..<(y + 1) * width)
            for column in 0..<across {
                var energy: Float = 0
                for x in column * tileWidth..<(column + 1) * tileWidth { energy += row[x] * row[x] }
                energies[y / tileHeight * across + column] += energy
            }
        }
        return energies.map { ($0 / Float(tileWidth * tileHeight)).squareRoot() }
    }
}
