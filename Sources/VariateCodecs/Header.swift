import CImageCodecs

/// What a file tells before its pixels are decoded.
struct Header {
    let width: Int
    let height: Int
    let model: codec_model
    let hasAlpha: Bool
    let isPaletted: Bool
    let orientation: Orientation
    let profile: [UInt8]
    let profileIsBroken: Bool
    /// No whole file of these dimensions is shorter, in bytes.
    let minimumBytes: Int

    /// Reads the header of a file of a known format.
    init(_ bytes: [UInt8], format: ImageFormat, salvage: Bool) throws(CodecError) {
        var header = codec_header()
        var fault = codec_fault()
        switch format {
        case .png: codec_png_inspect(bytes, bytes.count, salvage, &header, &fault)
        case .jpeg: codec_jpeg_inspect(bytes, bytes.count, salvage, &header, &fault)
        case .webp: codec_webp_inspect(bytes, bytes.count, &header, &fault)
        }
        // Salvage goes on with a damaged header if it tells the dimensions.
        if let error = CodecError(fault, format: format), !salvage || header.width == 0 || header.height == 0 {
            throw error
        }
        if header.width == 0 || header.height == 0 { throw .malformed(format, "it has no pixels") }
        width = Int(header.width)
        height = Int(header.height)
        model = header.model
        hasAlpha = header.has_alpha
        isPaletted = header.is_paletted
        minimumBytes = Int(clamping: header.minimum_bytes)

        let metadata = Metadata(bytes, format: format)
        orientation = metadata.orientation
        profile = metadata.profile
        profileIsBroken = metadata.profileIsBroken
    }
}
