/// A picture's luma reduced to squares of 32, 64 and 128 pixels, smoothed: what alignment works on.
public struct AlignmentPyramid: Sendable {
    /// Sides of the levels, from coarse to fine.
    static let sides = [32, 64, 128]
    /// Standard deviation of the smoothing, in pixels of each level.
    static let sigma = 1.0

    let levels: [Plane<Float>]

    /// Reduces the luma of a picture, whatever its shape, to squares.
    /// - Complexity: O(pixels).
    public init(luma: Plane<UInt8>) {
        self.init(square: luma.areaResized(to: Self.finest))
    }

    /// Reduces a luma that is not rounded to levels.
    /// - Complexity: O(pixels).
    public init(luma: Plane<Float>) {
        self.init(square: luma.areaResized(to: Self.finest))
    }

    private init(square: Plane<Float>) {
        levels = Self.sides.map { side in
            square.areaResized(to: Size(width: side, height: side)).gaussianBlurred(sigma: Self.sigma)
        }
    }

    /// The pyramid of the picture turned.
    init(_ other: AlignmentPyramid, turned symmetry: SquareSymmetry) {
        levels = other.levels.map { symmetry.applied(to: $0) }
    }

    private static var finest: Size {
        let side = sides[sides.count - 1]
        return Size(width: side, height: side)
    }

    /// Bytes held.
    public var byteCount: Int { levels.reduce(0) { $0 + $1.samples.count * MemoryLayout<Float>.stride } }
}
