/// What comparing needs of one picture, about 350 kB, so that its pixels can be dropped.
public struct Appearance: Sendable {
    /// Side of the square that colours and details are compared on.
    public static let side = ComparisonSquares.side
    static let histogramLevels = 4
    /// Standard deviation of the luma of the 48 × 48 cells under which a hash says nothing, in levels.
    static let leastContrast: Float = 4

    /// What aligning and comparing need.
    let squares: ComparisonSquares
    /// The same of the picture without the flat bars around it, where there are any.
    let content: ComparisonSquares?
    /// Orientations of edges, whole and zoomed.
    public let orientations: OrientationViews
    /// Distinct corners, for finding the subject again.
    public let corners: LocalFeatures
    /// pHash of the reduced luma.
    let fingerprint: PerceptualHash
    /// Shares of the 64 colours of a 4 × 4 × 4 partition of RGB, summing to 1.
    let colours: [Float]

    /// What alignment works on.
    public var pyramid: AlignmentPyramid { squares.pyramid }
    /// Whether the picture has flat bars around it.
    public var hasFrame: Bool { content != nil }

    /// Reduces a prepared picture.
    /// - Parameters:
    ///   - quietDeviation: its noise, where that has been measured already.
    ///   - describesOrientations: false leaves `orientations` and `corners` empty, which only finding duplicates can do without.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture, quietDeviation: Double? = nil, describesOrientations: Bool = true) {
        let size = Size(width: Self.side, height: Self.side)
        let square = picture.channels.map { WorkingPicture.areaResized($0, to: size) }
        let noise = quietDeviation ?? Noise.quietDeviation(picture.luma)
        squares = ComparisonSquares(square: square, luma: picture.luma, quietDeviation: noise)
        content = FrameTrimming.content(of: picture.luma).map { part in
            let channels = picture.channels.map { $0.cut(left: part.left, top: part.top, size: part.size) }
            return ComparisonSquares(
                square: channels.map { WorkingPicture.areaResized($0, to: size) },
                luma: picture.luma.cut(left: part.left, top: part.top, size: part.size), quietDeviation: noise)
        }
        orientations = describesOrientations ? OrientationViews(luma: picture.luma) : OrientationViews.none
        corners = describesOrientations ? LocalFeatures(luma: picture.luma) : LocalFeatures.none
        fingerprint = Plane<UInt8>(rounding: picture.reduced).hash(.perceptual)
        colours = Self.colours(of: square)
    }

    /// Differing bits of the pHash, 0…64; 0 is the same.
    public func fingerprintDistance(to other: Appearance) -> Int {
        fingerprint.hammingDistance(to: other.fingerprint)
    }

    /// Whether the pHash tells something: of a picture of one tone, noise decides its bits.
    public var hasTellingFingerprint: Bool { squares.contrast >= Self.leastContrast }

    /// Root mean square difference of the 24 × 24 mean colours, 0…255; 0 is the same. Infinite where coarser colours show
    /// that it is larger than `limit`.
    public func thumbnailDistance(to other: Appearance, limit: Double = .infinity) -> Double {
        squares.thumbnailDistance(to: other.squares, limit: limit)
    }

    /// Overlap of the colour histograms, 0…1; 1 is the same colours in the same amounts.
    public func colourOverlap(with other: Appearance) -> Double {
        var sum: Float = 0
        for i in colours.indices { sum += min(colours[i], other.colours[i]) }
        return Double(sum)
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

extension OrientationViews {
    /// No description; it has a relation with nothing.
    fileprivate static let none = OrientationViews(views: [])

    private init(views: [[Float]]) {
        self.views = views
    }
}

extension LocalFeatures {
    /// No corners.
    fileprivate static let none = LocalFeatures(features: [], width: 1)

    private init(features: [Feature], width: Float) {
        self.features = features
        self.width = width
    }
}
