/// A map from one picture's coordinates to another's that is affine in units of the sides: both pictures are the square
/// [−½, ½]², whatever their sizes. (u, v) goes to (u + a u + b v + c, v + d u + e v + f).
public struct AffineAlignment: Sendable, Equatable {
    /// a, b, c, d, e, f; all zero is the identity.
    public let parameters: [Double]
    /// Correlation of the two pictures under the map, −1…1; higher is better.
    public let correlation: Double

    /// The map that keeps every point.
    public static let identity = AffineAlignment(parameters: [0, 0, 0, 0, 0, 0], correlation: 0)

    /// The furthest that the map moves a corner, as a share of the side.
    public var cornerDisplacement: Double {
        var largest = 0.0
        for (u, v) in [(-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5), (0.5, 0.5)] {
            let x = parameters[0] * u + parameters[1] * v + parameters[2]
            let y = parameters[3] * u + parameters[4] * v + parameters[5]
            largest = max(largest, (x * x + y * y).squareRoot())
        }
        return largest
    }
}
