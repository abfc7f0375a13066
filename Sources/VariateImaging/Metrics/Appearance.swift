/// What comparing needs of one picture, about 260 kB, so that its pixels can be dropped.
public struct Appearance: Sendable {
    /// Side of the square that colours and details are compared on.
    public static let side = 192
    static let thumbnailSide = 24
    static let histogramLevels = 4
    /// Standard deviation of the smoothing before details are compared, in pixels: it forgives resampling.
    static let sigma = 0.7

    /// RGBA, 192 × 192, whatever the picture's shape.
    let square: Image
    /// What alignment works on.
    public let pyramid: AlignmentPyramid
    /// Orientations of edges, whole and zoomed.
    public let orientations: OrientationViews
    /// pHash of the reduced luma.
    let fingerprint: PerceptualHash
    /// Mean colours of 24 × 24 cells, red, green and blue interleaved.
    let thumbnail: [Float]
    /// Shares of the 64 colours of a 4 × 4 × 4 partition of RGB, summing to 1.
    let colours: [Float]

    /// Reduces a prepared picture.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let size = Size(width: Self.side, height: Self.side)
        square = WorkingPicture.interleaved(picture.channels.map { WorkingPicture.areaResized($0, to: size) })
        pyramid = AlignmentPyramid(luma: picture.levels)
        orientations = OrientationViews(luma: picture.levels)
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

    private static func thumbnail(of square: Image) -> [Float] {
        let cell = side / thumbnailSide
        var sums = [Int](repeating: 0, count: thumbnailSide * thumbnailSide * 3)
        let samples = square.samples.span
        for y in 0..<side {
            for x in 0..<side {
                let from = (y * side + x) * Image.channels
                let to = (y / cell * thumbnailSide + x / cell) * 3
                for channel in 0..<3 { sums[to + channel] += Int(samples[from + channel]) }
            }
        }
        return sums.map { Float($0) / Float(cell * cell) }
    }

    private static func colours(of square: Image) -> [Float] {
        let levels = histogramLevels
        let width = 256 / levels
        var counts = [Int](repeating: 0, count: levels * levels * levels)
        let samples = square.samples.span
        var i = 0
        while i + 3 < samples.count {
            let (red, green, blue) = (Int(samples[i]), Int(samples[i + 1]), Int(samples[i + 2]))
            counts[(red / width * levels + green / width) * levels + blue / width] += 1
            i += Image.channels
        }
        return counts.map { Float($0) / Float(square.size.pixelCount) }
    }
}
