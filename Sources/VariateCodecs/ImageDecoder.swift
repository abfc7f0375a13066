import VariateImaging

/// Decodes PNG, JPEG and WebP.
public enum ImageDecoder {
    /// The upright sRGB picture in the bytes.
    ///
    /// With `salvage`, a truncated or damaged file yields what could be decoded and says so in `damage`.
    public static func decode(
        _ bytes: [UInt8], limits: DecodingLimits = DecodingLimits(), salvage: Bool = false
    ) throws(CodecError) -> DecodedImage {
        if bytes.isEmpty { throw .empty }
        guard let format = ImageFormat(magic: bytes) else { throw .unrecognized }
        throw .unsupported(format, "no decoder yet")
    }

    /// Reads and decodes the file at a path. Only regular files are read, and never more than the limit.
    public static func decode(
        contentsOf path: String, limits: DecodingLimits = DecodingLimits(), salvage: Bool = false
    ) throws(CodecError) -> DecodedImage {
        throw .unreadable(path: path, reason: "no reader yet")
    }
}
