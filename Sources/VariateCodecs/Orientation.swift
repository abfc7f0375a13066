/// The Exif `Orientation` tag: how the stored raster must be turned to stand upright.
public enum Orientation: Int, Sendable, CaseIterable {
    /// Stored as seen.
    case up = 1
    /// Mirrored left to right.
    case upMirrored = 2
    /// Turned by 180°.
    case down = 3
    /// Mirrored top to bottom.
    case downMirrored = 4
    /// Mirrored along the diagonal from the top left.
    case leftMirrored = 5
    /// To be turned 90° clockwise.
    case right = 6
    /// Mirrored along the diagonal from the top right.
    case rightMirrored = 7
    /// To be turned 90° counterclockwise.
    case left = 8

    /// Whether the upright picture is as wide as the stored raster is high.
    public var swapsAxes: Bool { rawValue >= Self.leftMirrored.rawValue }
}
