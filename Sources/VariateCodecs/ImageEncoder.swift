import CImageCodecs
import VariateImaging

/// Encodes pictures as PNG, JPEG or WebP.
///
/// Pictures are upright sRGB: PNG says so with an sRGB chunk, JPEG and WebP mean it by having no profile. No orientation
/// is written. The same picture gives the same bytes with the same libraries.
public enum ImageEncoder {
    /// How to write a picture.
    public enum Encoding: Sendable, Equatable {
        /// Lossless, without an alpha channel if the picture is opaque; `compression` is zlib's level, 0 to 9.
        case png(compression: Int)
        /// Lossy, without alpha (composited on white); `quality` is libjpeg's, 1 to 100; chroma at full resolution or
        /// halved.
        case jpeg(quality: Int, fullChroma: Bool)
        /// Lossy with alpha; `quality` is libwebp's, 0 to 100.
        case webp(quality: Int)
        /// Lossless WebP, transparent pixels' colours kept.
        case webpLossless

        /// A good encoding in a format: PNG at zlib's level 6, JPEG at 92 with full chroma, WebP at 90.
        public static func standard(for format: ImageFormat) -> Encoding {
            switch format {
            case .png: .png(compression: 6)
            case .jpeg: .jpeg(quality: 92, fullChroma: true)
            case .webp: .webp(quality: 90)
            }
        }

        /// The format of the file.
        public var format: ImageFormat {
            switch self {
            case .png: .png
            case .jpeg: .jpeg
            case .webp, .webpLossless: .webp
            }
        }
    }

    /// The encoded file. Levels and qualities outside of their range are brought to its nearest end.
    /// - Throws: `unencodable` when a side is longer than the format can hold (JPEG 65,500, WebP 16,383 pixels).
    public static func encode(_ image: Image, as encoding: Encoding) throws(CodecError) -> [UInt8] {
        let format = encoding.format
        if image.size.longestSide > format.longestEncodableSide {
            throw .unencodable(format, "\(image.size) pixels; a side can have \(format.longestEncodableSide)")
        }
        let (width, height) = (UInt32(image.width), UInt32(image.height))
        let opaque = codec_is_opaque(image.samples, image.size.pixelCount)
        var output = codec_output()
        var fault = codec_fault()
        switch encoding {
        case .png(let compression):
            let level = Int32(min(max(compression, 0), 9))
            codec_png_encode(image.samples, width, height, opaque, level, &output, &fault)
        case .jpeg(let quality, let fullChroma):
            let quality = Int32(min(max(quality, 1), 100))
            codec_jpeg_encode(image.samples, width, height, opaque, quality, fullChroma, &output, &fault)
        case .webp(let quality):
            let quality = Int32(min(max(quality, 0), 100))
            codec_webp_encode(image.samples, width, height, opaque, quality, false, &output, &fault)
        case .webpLossless:
            codec_webp_encode(image.samples, width, height, opaque, 0, true, &output, &fault)
        }
        defer { codec_release(output.bytes) }
        if CodecError(fault, format: format) != nil {
            throw .unencodable(format, fault.status == codec_out_of_memory ? "not enough memory" : fault.message)
        }
        return Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
    }

    /// The encoded file, in the standard encoding of a format.
    /// - Throws: `unencodable`, as above.
    public static func encode(_ image: Image, as format: ImageFormat) throws(CodecError) -> [UInt8] {
        try encode(image, as: Encoding.standard(for: format))
    }
}

extension ImageFormat {
    /// The longest side that a file of this format can have, in pixels.
    fileprivate var longestEncodableSide: Int {
        switch self {
        case .png: 0x7FFF_FFFF
        case .jpeg: 65_500
        case .webp: 16_383
        }
    }
}
