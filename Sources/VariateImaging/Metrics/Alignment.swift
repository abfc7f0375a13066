/// A smooth map from one picture's coordinates to another's in units of the sides: both pictures are the square
/// [−½, ½]², whatever their sizes. (u, v) goes to (u + a u + b v + c, v + d u + e v + f), plus terms of second degree.
public struct Alignment: Sendable, Equatable {
    /// a, b, c, d, e, f; all zero is the identity.
    public let parameters: [Double]
    /// Coefficients of u², u v and v² that are added to the first coordinate, then of those added to the second.
    public let bend: [Double]
    /// Correlation of the two pictures under the map, −1…1; higher is better.
    public let correlation: Double

    /// A map that is affine where no bend is given.
    public init(parameters: [Double], bend: [Double] = [0, 0, 0, 0, 0, 0], correlation: Double) {
        self.parameters = parameters
        self.bend = bend
        self.correlation = correlation
    }

    /// The map that keeps every point.
    public static let identity = Alignment(parameters: [0, 0, 0, 0, 0, 0], correlation: 0)

    /// The furthest that the map moves a corner or the middle of an edge, as a share of the side.
    public var displacement: Double {
        var largest = 0.0
        for u in [-0.5, 0, 0.5] {
            for v in [-0.5, 0, 0.5] {
                let (x, y) = offset(u, v)
                largest = max(largest, (x * x + y * y).squareRoot())
            }
        }
        return largest
    }

    /// How far the map moves a point.
    private func offset(_ u: Double, _ v: Double) -> (x: Double, y: Double) {
        let p = parameters
        let q = bend
        return (
            p[0] * u + p[1] * v + p[2] + q[0] * u * u + q[1] * u * v + q[2] * v * v,
            p[3] * u + p[4] * v + p[5] + q[3] * u * u + q[4] * u * v + q[5] * v * v
        )
    }

    /// Where the map sends the pixels of one row of a square raster, in pixels: polynomials of u.
    struct Row {
        /// Coefficients of 1, u and u².
        let column: (Float, Float, Float)
        let row: (Float, Float, Float)
    }

    /// - Parameter side: the raster's side in pixels.
    func row(_ y: Int, side: Int) -> Row {
        let n = Double(side)
        let v = (Double(y) + 0.5) / n - 0.5
        let p = parameters
        let q = bend
        return Row(
            column: (
                Float((p[1] * v + p[2] + q[2] * v * v + 0.5) * n - 0.5), Float((1 + p[0] + q[1] * v) * n),
                Float(q[0] * n)
            ),
            row: (
                Float((v + p[4] * v + p[5] + q[5] * v * v + 0.5) * n - 0.5), Float((p[3] + q[4] * v) * n),
                Float(q[3] * n)
            ))
    }
}
