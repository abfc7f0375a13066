/// What aligning and comparing need of one picture, as squares whatever its shape; about 260 kB.
public struct ComparisonSquares: Sendable {
    /// Side of the square that details are compared on.
    static let side = 192
    /// Standard deviation of the smoothing before details are compared, in pixels: it forgives resampling.
    static let sigma = 0.7
    static let thumbnailSide = 24
    static let outlineSide = 4

    /// Luma, smoothed.
    let details: Plane<Float>
    /// Mean luma and chroma of 48 × 48 cells.
    let grid: ColourGrid
    /// What alignment works on.
    let pyramid: AlignmentPyramid
    /// Standard deviation of the noise in the picture's quiet fifth, in levels; see `Noise`.
    let quietDeviation: Double
    /// Mean red, green and blue of 24 × 24 cells.
    let thumbnail: [Plane<Float>]
    /// The same of 4 × 4 cells: distances between these are never larger than those between thumbnails.
    let outline: [Plane<Float>]
    /// Mean red, green and blue.
    let mean: SIMD4<Float>

    /// - Parameters:
    ///   - square: red, green and blue reduced to 192 × 192.
    ///   - luma: the picture's luma, of any shape.
    init(square: [Plane<UInt8>], luma: Plane<UInt8>, quietDeviation: Double) {
        details = ColourGrid.luma(of: square.map { Plane<Float>($0) }).gaussianBlurred(sigma: Self.sigma)
        grid = ColourGrid(square)
        pyramid = AlignmentPyramid(luma: luma)
        self.quietDeviation = quietDeviation
        let size = Size(width: Self.thumbnailSide, height: Self.thumbnailSide)
        thumbnail = square.map { $0.areaResized(to: size) }
        let outlineSize = Size(width: Self.outlineSide, height: Self.outlineSide)
        outline = thumbnail.map { $0.areaResized(to: outlineSize) }
        let means = outline.map { $0.samples.reduce(0, +) / Float($0.samples.count) }
        mean = SIMD4(means[0], means[1], means[2], 0)
    }

    /// Squares whose details and colours are parts of another picture's.
    init(details: Plane<Float>, grid: ColourGrid, like other: ComparisonSquares) {
        self.details = details
        self.grid = grid
        pyramid = AlignmentPyramid(luma: details)
        quietDeviation = other.quietDeviation
        thumbnail = other.thumbnail
        outline = other.outline
        mean = other.mean
    }

    private init(_ other: ComparisonSquares, turned symmetry: SquareSymmetry) {
        details = symmetry.applied(to: other.details)
        grid = ColourGrid(other.grid, turned: symmetry)
        pyramid = AlignmentPyramid(other.pyramid, turned: symmetry)
        quietDeviation = other.quietDeviation
        thumbnail = other.thumbnail.map { symmetry.applied(to: $0) }
        outline = other.outline.map { symmetry.applied(to: $0) }
        mean = other.mean
    }

    /// Standard deviation of the luma of the 48 × 48 cells, in levels.
    var contrast: Float {
        let cells = grid.luma.samples
        let mean = cells.reduce(0, +) / Float(cells.count)
        return (cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(cells.count)).squareRoot()
    }

    /// The picture turned, without looking at its pixels again.
    func turned(_ symmetry: SquareSymmetry) -> ComparisonSquares { ComparisonSquares(self, turned: symmetry) }

    /// Root mean square difference of the 24 × 24 mean colours, 0…255, with this picture turned; 0 is the same. Infinite
    /// where coarser colours show that it is larger than `limit`.
    func thumbnailDistance(
        to other: ComparisonSquares, turned symmetry: SquareSymmetry? = nil, limit: Double = .infinity
    ) -> Double {
        let difference = mean - other.mean
        if ((difference * difference).sum() / 3).squareRoot() > Float(limit) { return .infinity }
        guard limit == .infinity || Self.distance(outline, other.outline, symmetry) <= limit else { return .infinity }
        return Self.distance(thumbnail, other.thumbnail, symmetry)
    }

    private static func distance(
        _ first: [Plane<Float>], _ second: [Plane<Float>], _ symmetry: SquareSymmetry?
    ) -> Double {
        var sum: Float = 0
        let side = first[0].width
        for (a, b) in zip(first, second) {
            let (from, to) = (a.samples.span, b.samples.span)
            guard let symmetry else {
                for i in from.indices { sum += (from[i] - to[i]) * (from[i] - to[i]) }
                continue
            }
            for y in 0..<side {
                for x in 0..<side {
                    let place = symmetry.source(x, y, last: side - 1)
                    let difference = from[place.y * side + place.x] - to[y * side + x]
                    sum += difference * difference
                }
            }
        }
        return (Double(sum) / Double(3 * side * side)).squareRoot()
    }
}
