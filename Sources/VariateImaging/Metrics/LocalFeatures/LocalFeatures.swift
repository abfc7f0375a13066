/// The most distinct corners of a picture, each with a description of its surroundings: about 25 kB.
///
/// Corners are found and described at five sizes, so that a subject is found again when it is cut out, moved or made
/// larger: the parts that a histogram over the whole picture loses.
public struct LocalFeatures: Sendable {
    /// Longest side of the largest working size, in pixels.
    static let side = 384
    /// Each working size is this many times smaller than the one before it.
    static let scaleStep = 1.3
    static let scales = 5
    /// Most corners kept in all; each size gets a share by its area.
    static let most = 320
    static let threshold: Int16 = 8
    /// Radius of the box that smooths before descriptions are made, in pixels: single pixels are too noisy to be compared.
    static let smoothingRadius = 2
    /// The strongest corners are taken from each of so many cells across and down in turn, so that they spread.
    static let cells = 6

    /// A described corner.
    struct Feature: Sendable {
        /// Place in pixels of the largest working size.
        let x: Float
        let y: Float
        let description: BinaryDescription
        /// The description of the same corner in the picture mirrored left to right.
        let mirrored: BinaryDescription
    }

    let features: [Feature]
    /// Width of the largest working size, in pixels.
    let width: Float

    /// Describes the luma of a picture of any size.
    /// - Complexity: O(pixels).
    init(luma: Plane<UInt8>) {
        let base = luma.areaResized(to: luma.size.fitted(toLongestSide: Self.side))
        var features: [Feature] = []
        var scale = 1.0
        var weights = 0.0
        for level in 0..<Self.scales { weights += 1 / power(Self.scaleStep, 2 * Double(level)) }
        for _ in 0..<Self.scales {
            let size = Size(
                width: max(1, Int((Double(base.width) / scale).rounded())),
                height: max(1, Int((Double(base.height) / scale).rounded())))
            let share = Int((Double(Self.most) / (scale * scale * weights)).rounded())
            features += Self.describe(base.areaResized(to: size), scale: Float(scale), most: share)
            scale *= Self.scaleStep
        }
        self.features = features
        width = Float(base.width)
    }

    private static func describe(_ plane: Plane<Float>, scale: Float, most: Int) -> [Feature] {
        let corners = CornerDetector.corners(
            of: Plane<UInt8>(rounding: plane), threshold: threshold, border: BinaryDescription.reach + 1)
        if corners.isEmpty { return [] }
        let smooth = Plane<UInt8>(rounding: plane.boxBlurred(radius: smoothingRadius))
        let pattern = BinaryDescription.Pattern.standard
        let upright = pattern.offsets(width: plane.width, mirrored: false)
        let mirrored = pattern.offsets(width: plane.width, mirrored: true)
        let samples = smooth.samples.span
        var features: [Feature] = []
        for corner in spread(corners, over: plane.size, most: most) {
            let centre = corner.y * plane.width + corner.x
            features.append(
                Feature(
                    x: (Float(corner.x) + 0.5) * scale, y: (Float(corner.y) + 0.5) * scale,
                    description: BinaryDescription(samples, around: centre, offsets: upright),
                    mirrored: BinaryDescription(samples, around: centre, offsets: mirrored)))
        }
        return features
    }

    /// The strongest corners of each cell first, then the second strongest of each, and so on.
    private static func spread(
        _ corners: [CornerDetector.Corner], over size: Size, most: Int
    ) -> [CornerDetector.Corner] {
        var byCell = [[CornerDetector.Corner]](repeating: [], count: cells * cells)
        for corner in corners {
            byCell[corner.y * cells / size.height * cells + corner.x * cells / size.width].append(corner)
        }
        let ranked = byCell.map { $0.sorted { ($1.score, $0.y, $0.x) < ($0.score, $1.y, $1.x) } }
        var result: [CornerDetector.Corner] = []
        var rank = 0
        while result.count < min(most, corners.count) {
            for cell in ranked where rank < cell.count { result.append(cell[rank]) }
            rank += 1
        }
        return Array(result.prefix(most))
    }
}
