/// A projective map of the plane: (x, y, 1) times a 3×3 matrix, divided by the third coordinate (Hartley and Zisserman:
/// Multiple View Geometry, 2004, chapter 2).
struct Homography: Sendable {
    var rows: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)

    static let identity = Homography(rows: (SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)))

    func applied(_ x: Double, _ y: Double) -> SIMD2<Double> {
        let point = SIMD3(x, y, 1)
        let depth = (rows.2 * point).sum()
        return SIMD2((rows.0 * point).sum() / depth, (rows.1 * point).sum() / depth)
    }

    /// The map that does `other` first and then this one.
    func after(_ other: Homography) -> Homography {
        func combined(_ row: SIMD3<Double>) -> SIMD3<Double> {
            other.rows.0 * row.x + other.rows.1 * row.y + other.rows.2 * row.z
        }
        return Homography(rows: (combined(rows.0), combined(rows.1), combined(rows.2)))
    }

    static func scaling(_ x: Double, _ y: Double) -> Homography {
        Homography(rows: (SIMD3(x, 0, 0), SIMD3(0, y, 0), SIMD3(0, 0, 1)))
    }

    static func translation(_ x: Double, _ y: Double) -> Homography {
        Homography(rows: (SIMD3(1, 0, x), SIMD3(0, 1, y), SIMD3(0, 0, 1)))
    }
}
