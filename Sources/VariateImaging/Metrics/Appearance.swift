/// What comparing needs of one picture, about 350 kB, so that its pixels can be dropped.
public struct Appearance: Sendable {
    /// Side of the square that colours and details are compared on.
    public static let side = 192
    static let thumbnailSide = 24
    static let histogramLevels = 4
    /// Standard deviation of the smoothing before details are compared, in pixels: it forgives resampling.
    static let sigma = 0.7

    /// Luma, 192 × 192 whatever the picture's shape, smoothed.
    let details: Plane<Float>
    /// Mean luma and chroma of 48 × 48 cells.
    let grid: ColourGrid
    /// Standard deviation of the noise in the picture's quiet fifth, in levels; see `Noise`.
    let quietDeviation: Double
    /// What alignment works on.
    public let pyramid: AlignmentPyramid
    /// Orientations of edges, whole and zoomed.
    public let orientations: OrientationViews
    /// Distinct corners, for finding the subject again.
    public let corners: LocalFeatures
    /// pHash of the reduced luma.
    let fingerprint: PerceptualHash
    /// Mean colours of 24 × 24 cells: red, then green, then blue.
    let thumbnail: [Float]
    /// Shares of the 64 colours of a 4 × 4 × 4 partition of RGB, summing to 1.
    let colours: [Float]

    /// Reduces a prepared picture.
    /// - Parameter quietDeviation: its noise, where that has been measured already.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture, quietDeviation: Double? = nil) {
        let size = Size(width: Self.side, height: Self.side)
        let square = picture.channels.map { WorkingPicture.areaResized($0, to: size) }
        details = ColourGrid.luma(of: square.map { Plane<Float>($0) }).gaussianBlurred(sigma: Self.sigma)
        grid = ColourGrid(square)
        self.quietDeviation = quietDeviation ?? Noise.quietDeviation(picture.luma)
        pyramid = AlignmentPyramid(luma: picture.luma)
        orientations = OrientationViews(luma: picture.luma)
        corners = LocalFeatures(luma: picture.luma)
        fingerprint = Plane<UInt8>(rounding: picture.reduced).hash(.perceptual)
        thumbnail = Self.thumbnail(of: square)
        colours = Self.colours(of: square)
    }

    /// Differing bits of the pHash, 0…64; 0 is the same.
    public func fingerprintDistance(to other: Appearance) -> Int {
        fingerprint.hammingDistance(to: other.fingerprint)
    }

    /// Root mean square difference of the 24 × 24 mean colours, 0…255; 0 is the same.
    public func thumbnailDistance(to other: Appearance) -> Double {
        var sum: Float = 0
        for i in thumbnail.indices {
            let difference = thumbnail[i] - other.thumbnail[i]
            sum += difference * difference
        }
        return (Double(sum) / Double(thumbnail.count)).squareRoot()
    }

    /// Overlap of the colour histograms, 0…1; 1 is the same colours in the same amounts.
    public func colourOverlap(with other: Appearance) -> Double {
        var sum: Float = 0
        for i in colours.indices { sum += min(colours[i], other.colours[i]) }
        return Double(sum)
    }

    private static func thumbnail(of square: [Plane<UInt8>]) -> [Float] {
        let size = Size(width: thumbnailSide, height: thumbnailSide)
        return square.flatMap { $0.areaResized(to: size).samples }
    }

    private static func colours(of square: [Plane<UInt8>]) -> [Float] {
        let levels = histogramLevels
        let width = 256 / levels
        var counts = [Int](repeating: 0, count: levels * levels * levels)
        let (red, green, blue) = (square[0].samples, square[1].samples, square[2].samples)
        for i in red.indices {
            counts[(Int(red[i]) / width * levels + Int(green[i]) / width) * levels + Int(blue[i]) / width] += 1
        }
        return counts.map { Float($0) / Float(red.count) }
    }
}
