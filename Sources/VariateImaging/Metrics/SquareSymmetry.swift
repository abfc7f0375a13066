/// The ways in which a picture can be turned by quarters or mirrored, other than not at all.
public enum SquareSymmetry: Sendable, CaseIterable {
    /// Left and right exchanged.
    case mirrored
    /// Top and bottom exchanged.
    case flipped
    /// A quarter clockwise.
    case rotated90
    /// Upside down.
    case rotated180
    /// A quarter counterclockwise.
    case rotated270
    /// Rows and columns exchanged: mirrored about the diagonal from the upper left.
    case transposed
    /// Mirrored about the other diagonal.
    case transverse

    /// Which pixel of the picture becomes the one at (`x`, `y`) of a square raster whose last index is `last`.
    @inline(__always) func source(_ x: Int, _ y: Int, last: Int) -> (x: Int, y: Int) {
        switch self {
        case .mirrored: (last - x, y)
        case .flipped: (x, last - y)
        case .rotated90: (y, last - x)
        case .rotated180: (last - x, last - y)
        case .rotated270: (last - y, x)
        case .transposed: (y, x)
        case .transverse: (last - y, last - x)
        }
    }

    /// A square plane turned.
    /// - Complexity: O(pixels).
    func applied(to plane: Plane<Float>) -> Plane<Float> {
        var samples: [Float] = []
        samples.reserveCapacity(plane.samples.count)
        let side = plane.width
        for y in 0..<side {
            for x in 0..<side {
                let (fromX, fromY) = source(x, y, last: side - 1)
                samples.append(plane.samples[fromY * side + fromX])
            }
        }
        return Plane(size: plane.size, samples: samples)
    }
}
