/// Why a file is not a picture, by who is at fault. Texts name the fault; the caller adds the file.
public enum CodecError: Error, Sendable, Equatable {
    /// The path cannot be read: missing, a directory, a FIFO, no permission.
    case unreadable(path: String, reason: String)
    /// The file holds no bytes.
    case empty
    /// The first bytes are none of the known signatures.
    case unrecognized
    /// A known format with a feature that is not supported.
    case unsupported(ImageFormat, String)
    /// The file contradicts its own format.
    case malformed(ImageFormat, String)
    /// The file ends before its picture does.
    case truncated(ImageFormat, String)
    /// A limit was exceeded before allocation: what was found and what is allowed.
    case exceedsLimit(String, found: Int, allowed: Int)
    /// The picture cannot be written in that format.
    case unencodable(ImageFormat, String)
}

extension CodecError: CustomStringConvertible {
    /// The fault in one line, to be put after the file's name and a colon.
    public var description: String {
        switch self {
        case .unreadable(_, let reason): "cannot be read: \(reason)"
        case .empty: "the file is empty"
        case .unrecognized: "not a PNG, JPEG or WebP file"
        case .unsupported(let format, let feature): "unsupported \(format.displayName) file: \(feature)"
        case .malformed(let format, let fault): "damaged \(format.displayName) file: \(fault)"
        case .truncated(let format, let fault): "truncated \(format.displayName) file: \(fault)"
        case .exceedsLimit(let measure, let found, let allowed):
            "too large: \(measure) is \(found), the limit \(allowed)"
        case .unencodable(let format, let fault): "cannot be written as \(format.displayName): \(fault)"
        }
    }

    /// What the owner of the file can do, in one line, or nil when there is nothing to be said.
    public var advice: String? {
        switch self {
        case .unrecognized, .unsupported: "convert it to an ordinary PNG, JPEG or WebP first"
        case .malformed, .truncated: "fetch the file again, or use --salvage to work with what is left of the picture"
        case .exceedsLimit: "save it again in an image editor, smaller if it is large"
        case .unreadable, .empty, .unencodable: nil
        }
    }
}
