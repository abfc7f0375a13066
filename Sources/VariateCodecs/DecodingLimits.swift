/// Bounds that are checked against a file's header before anything is allocated for its pixels.
public struct DecodingLimits: Sendable, Equatable {
    /// Longest side, in pixels. 32,768 by default.
    public var maximumSide: Int
    /// Width times height, in pixels. 100 million by default, 400 MB decoded.
    public var maximumPixels: Int
    /// Size of the encoded file, in bytes. 256 MiB by default.
    public var maximumBytes: Int
    /// Scans of a JPEG, each of which costs a pass over the picture. 200 by default; fewer for pictures above 10 million
    /// pixels.
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

extension DecodingLimits {
    /// Pixels times scans of a JPEG that are worth decoding, some twenty seconds of work. Real files have a dozen scans.
    private static let maximumScannedPixels = 2_000_000_000
    /// Scans that are allowed whatever the size; a picture at the pixel limit gets these.
    private static let scansOfLargePictures = 20
    /// libjpeg holds the coefficients of a progressive picture (four components of two bytes at most) and its buffers.
    private static let coefficientBytes = 8
    private static let libraryBytes = 64 << 20

    /// Checks dimensions against the limits.
    func check(width: Int, height: Int) throws(CodecError) {
        let side = max(width, height)
        if side > maximumSide { throw .exceedsLimit("its longest side in pixels", found: side, allowed: maximumSide) }
        // Sides are below 2^31, so their product fits.
        if width * height > maximumPixels {
            throw .exceedsLimit("its number of pixels", found: width * height, allowed: maximumPixels)
        }
    }

    /// The scans that a JPEG of so many pixels may have.
    func effectiveScans(pixels: Int) -> Int {
        min(maximumScans, max(Self.scansOfLargePictures, Self.maximumScannedPixels / pixels))
    }

    /// The bytes that libjpeg may hold beside the decoded picture.
    func jpegWorkingBytes(pixels: Int) -> Int64 {
        Int64(pixels * Self.coefficientBytes + Self.libraryBytes)
    }
}
