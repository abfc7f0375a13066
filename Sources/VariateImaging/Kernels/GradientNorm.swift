/// How the two derivatives make one magnitude.
public enum GradientNorm: String, Sendable, CaseIterable {
    /// |h| + |v|: cheaper, and up to √2 larger on diagonals. OpenCV's default.
    case l1
    /// √(h² + v²), compared without taking the root.
    case l2
}
