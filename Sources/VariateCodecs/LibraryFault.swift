import CImageCodecs

extension codec_fault {
    /// The library's words.
    var message: String {
        withUnsafeBytes(of: text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

extension CodecError {
    /// What a C library reported, or nil when it reported nothing.
    init?(_ fault: codec_fault, format: ImageFormat, scans: Int = 0) {
        switch fault.status {
        case codec_ok: return nil
        case codec_truncated: self = .truncated(format, fault.message)
        case codec_unsupported: self = .unsupported(format, fault.message)
        case codec_too_many_scans:
            self = .exceedsLimit("the number of its scans", found: scans + 1, allowed: scans)
        case codec_out_of_memory: self = .malformed(format, "decoding it takes more memory than its size explains")
        default: self = .malformed(format, fault.message)
        }
    }
}
