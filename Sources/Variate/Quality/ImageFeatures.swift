public import VariateImaging

/// What the gate needs of one picture, computed once and kept instead of its pixels.
public struct ImageFeatures: Sendable {
    /// The size of the judged picture.
    public let size: Size
}
