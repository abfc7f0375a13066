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
