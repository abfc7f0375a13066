public import VariateCodecs
public import VariateImaging
public import VariateStore

/// The picture that variations are made of, with what its file said of itself.
public struct SourceImage: Sendable {
    /// The path as the user gave it.
    public let path: String
    /// The upright picture.
    public let image: Image
    /// The file's bytes, as they are.
    public let bytes: [UInt8]
    /// The format, by magic bytes.
    public let format: ImageFormat
    /// The Exif orientation that was applied.
    public let orientation: Orientation
    /// Whether the file has an alpha channel.
    public let hasAlpha: Bool
    /// SHA-256 over the upright pixels and their size: two files of the same picture share it.
    public let pixelDigest: SHA256Digest

    /// With salvage only: what is wrong with the file, else nil.
    public let damage: CodecError?

    /// Reads and decodes a PNG, JPEG or WebP file.
    /// - Throws: `CodecError` for a file that cannot be read, is no picture, or exceeds the limits.
    public init(
        contentsOf path: String, limits: DecodingLimits = DecodingLimits(), salvage: Bool = false
    ) throws(CodecError) {
        let bytes = try FileReader.read(path, maximumBytes: limits.maximumBytes)
        self.init(
            path: path, bytes: bytes, decoded: try ImageDecoder.decode(bytes, limits: limits, salvage: salvage))
    }

    /// Describes a decoded source.
    public init(path: String, bytes: [UInt8], decoded: DecodedImage) {
        self.path = path
        self.bytes = bytes
        image = decoded.image
        format = decoded.format
        orientation = decoded.orientation
        hasAlpha = decoded.hasAlpha
        damage = decoded.damage
        pixelDigest = SHA256Digest(of: Array("\(decoded.image.size)\n".utf8) + decoded.image.samples)
    }
}
