import CImageCodecs
import VariateImaging

/// Decodes PNG, JPEG and WebP.
///
/// The format is told by the first bytes, never by the name. The result is what a viewer shows:
/// - Turned upright by the Exif orientation; an Exif block that makes no sense is ignored.
/// - Converted to sRGB if a usable profile is embedded: relative colorimetric with black-point compensation, alpha untouched.
///   A profile that moves no colour by more than a level counts as sRGB. An unusable profile is ignored and recorded.
///   Without a profile samples are sRGB; PNG's gAMA and cHRM are ignored, as Pillow does.
/// - PNG: every pixel as the specification has it; 16-bit samples are reduced to their high byte (Pillow clips 16-bit grey).
/// - JPEG: libjpeg's defaults (accurate integer transform, smooth chroma upsampling), which are Pillow's; within one level of
///   it, since Pillow brings its own libjpeg-turbo. CMYK is taken as inverted, as Adobe writes it, with or without its marker.
/// - WebP: the first frame of an animation, on a transparent canvas.
///
/// A file is whole or an error: a missing end mark, a checksum that does not match and every warning that costs pixels count.
/// What costs none does not: bytes after the end or between a JPEG's segments, odd profiles, unknown chunks. JPEG and lossy
/// WebP have no checksums, so a changed byte that leaves them decodable cannot be noticed.
public enum ImageDecoder {
    /// The upright sRGB picture in the bytes.
    ///
    /// With `salvage`, a truncated or damaged file yields what could be decoded and says so in `damage`; rows that could not
    /// are middle grey. Limits hold with salvage too.
    /// - Complexity: O(pixels), for a progressive JPEG times its scans; 4 bytes a pixel, 8 while turning it upright, and up
    ///   to 8 more for a progressive JPEG.
    /// - Throws: every case of `CodecError` but `unreadable` and `unencodable`.
    public static func decode(
        _ bytes: [UInt8], limits: DecodingLimits = DecodingLimits(), salvage: Bool = false
    ) throws(CodecError) -> DecodedImage {
        if bytes.isEmpty { throw .empty }
        if bytes.count > limits.maximumBytes {
            throw .exceedsLimit("the size of the file in bytes", found: bytes.count, allowed: limits.maximumBytes)
        }
        guard let format = ImageFormat(magic: bytes) else { throw .unrecognized }
        let header = try Header(bytes, format: format, salvage: salvage)
        try limits.check(width: header.width, height: header.height)
        if !salvage { try checkLength(bytes, format: format, header: header) }

        var decoded = try rasterize(bytes, format: format, header: header, limits: limits, salvage: salvage)
        let outcome = decoded.raster.convert(from: header.profile, model: header.model)
        let upright = decoded.raster.upright(header.orientation)
        return DecodedImage(
            image: Image(size: Size(width: upright.width, height: upright.height), samples: upright.samples),
            format: format, orientation: header.orientation, hasAlpha: header.hasAlpha, isPaletted: header.isPaletted,
            convertedProfile: outcome == codec_profile_converted,
            ignoredProfile: header.profileIsBroken || outcome == codec_profile_unusable, damage: decoded.damage)
    }

    /// Reads and decodes the file at a path. Only regular files are read, and never more than the limit.
    /// - Throws: every case of `CodecError` but `unencodable`.
    public static func decode(
        contentsOf path: String, limits: DecodingLimits = DecodingLimits(), salvage: Bool = false
    ) throws(CodecError) -> DecodedImage {
        let bytes = try FileReader.read(path, maximumBytes: limits.maximumBytes)
        return try decode(bytes, limits: limits, salvage: salvage)
    }

    /// Refuses a file that is too short for its own dimensions, before its pixels are allocated.
    private static func checkLength(_ bytes: [UInt8], format: ImageFormat, header: Header) throws(CodecError) {
        if bytes.count < header.minimumBytes {
            throw .truncated(
                format, "\(bytes.count) bytes cannot hold \(header.width)x\(header.height) pixels")
        }
        if format == .webp {
            // Lossy WebP has no end mark of its own: the container's length is the only witness.
            let announced = bytes[...].littleEndianInteger(at: 4, bytes: 4) + 8
            if announced > bytes.count {
                throw .truncated(format, "\(bytes.count) bytes of the \(announced) that it announces")
            }
        }
    }

    /// Decodes the pixels, straight into the array that the picture keeps.
    private static func rasterize(
        _ bytes: [UInt8], format: ImageFormat, header: Header, limits: DecodingLimits, salvage: Bool
    ) throws(CodecError) -> (raster: Raster, damage: CodecError?) {
        let pixels = header.width * header.height
        let (width, height) = (UInt32(header.width), UInt32(header.height))
        let scans = limits.effectiveScans(pixels: pixels)
        var fault = codec_fault()
        var rows = 0
        let samples = [UInt8](unsafeUninitializedCapacity: pixels * Image.channels) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            let decoded: UInt32
            switch format {
            case .png: decoded = codec_png_decode(bytes, bytes.count, salvage, width, height, base, &fault)
            case .jpeg:
                decoded = codec_jpeg_decode(
                    bytes, bytes.count, salvage, width, height, Int32(clamping: scans),
                    limits.jpegWorkingBytes(pixels: pixels), base, &fault)
            case .webp: decoded = codec_webp_decode(bytes, bytes.count, salvage, width, height, base, &fault)
            }
            rows = Int(decoded)
            // What was never written must not become part of the array; nothing is kept of a failure.
            if rows == 0 || (!salvage && fault.status != codec_ok) { return }
            let written = rows * header.width
            codec_fill_gray(base + written * Image.channels, pixels - written)
            count = pixels * Image.channels
        }
        let damage = CodecError(fault, format: format, scans: scans)
        if let damage, samples.isEmpty { throw damage }
        if let damage, case .exceedsLimit = damage { throw damage }
        if samples.isEmpty { throw .malformed(format, "it holds no pixels") }
        return (Raster(width: header.width, height: header.height, samples: samples), damage)
    }
}
