public import VariateImaging

/// A decoded file: upright sRGB pixels, and what the file said of itself.
public struct DecodedImage: Sendable {
    /// The upright picture.
    public let image: Image
    /// The format, by magic bytes.
    public let format: ImageFormat
    /// The Exif orientation that the file carried and that has been applied.
    public let orientation: Orientation
    /// Whether the file has an alpha channel or transparent palette entries.
    public let hasAlpha: Bool
    /// Whether the pixels came from a palette.
    public let isPaletted: Bool
    /// Whether an embedded profile was converted to sRGB.
    public let convertedProfile: Bool
    /// Whether an embedded profile was ignored because it is broken or of another kind than the pixels.
    public let ignoredProfile: Bool
    /// With salvage only: what is wrong with the file, else nil.
    public let damage: CodecError?

    /// Describes a decoded file.
    public init(
        image: Image, format: ImageFormat, orientation: Orientation = .up, hasAlpha: Bool = false,
        isPaletted: Bool = false, convertedProfile: Bool = false, ignoredProfile: Bool = false,
        damage: CodecError? = nil
    ) {
        self.image = image
        self.format = format
        self.orientation = orientation
        self.hasAlpha = hasAlpha
        self.isPaletted = isPaletted
        self.convertedProfile = convertedProfile
        self.ignoredProfile = ignoredProfile
        self.damage = damage
    }
}
