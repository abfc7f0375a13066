public import VariateImaging

/// Encodes pictures as PNG, JPEG or WebP, tagged as sRGB where the format can say so.
public enum ImageEncoder {
    /// How to write a picture.
    public enum Encoding: Sendable, Equatable {
        /// Lossless; `compression` is zlib's level, 0 to 9.
        case png(compression: Int)
        /// Lossy, without alpha (composited on white); `quality` is libjpeg's, 1 to 100; chroma at full resolution or halved.
        case jpeg(quality: Int, fullChroma: Bool)
        /// Lossy with alpha; `quality` is libwebp's, 0 to 100.
        case webp(quality: Int)
        /// Lossless WebP, transparent pixels' colours kept.
        case webpLossless
    }

    /// The encoded file.
    public static func encode(_ image: Image, as encoding: Encoding) throws(CodecError) -> [UInt8] {
        throw .unencodable(.png, "no encoder yet")
    }
}
