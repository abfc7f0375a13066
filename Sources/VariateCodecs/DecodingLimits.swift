/// Bounds that are checked against a file's header before anything is allocated for its pixels.
public struct DecodingLimits: Sendable, Equatable {
    /// Longest side, in pixels. 32,768 by default.
    public var maximumSide: Int
    /// Width times height, in pixels. 100 million by default, 400 MB decoded.
    public var maximumPixels: Int
    /// Size of the encoded file, in bytes. 256 MiB by default.
    public var maximumBytes: Int
    /// Progressive scans of a JPEG, each of which costs a pass over the picture. 200 by default.
    public var maximumScans: Int

    /// Creates limits; each has a default that suits photographs.
    public init(
        maximumSide: Int = 32_768, maximumPixels: Int = 100_000_000, maximumBytes: Int = 256 << 20,
        maximumScans: Int = 200
    ) {
        self.maximumSide = maximumSide
        self.maximumPixels = maximumPixels
        self.maximumBytes = maximumBytes
        self.maximumScans = maximumScans
    }
}
