import VariateImaging

/// What the gate needs of one picture, computed once and kept instead of its pixels (about 300 kB).
public struct ImageFeatures: Sendable {
    /// The size of the judged picture.
    public let size: Size
    /// What comparing it with others needs.
    public let appearance: Appearance
    /// Its defects, measured.
    public let defects: DefectMeasurements
    /// 64 bits made of the size and every sample: equal for equal pictures, and for others once in 10¹⁹.
    public let pixelDigest: UInt64
    /// What the profile `seedLiteral` needs, and only it.
    let literal: LiteralFeatures?

    /// Measures a picture of any size for the rules of a profile; a translucent one as it looks on white.
    ///
    /// The profile `seedLiteral` keeps a luma plane, a byte a pixel, on top.
    /// - Complexity: O(pixels).
    public init(of image: Image, profile: QualityProfile = .calibrated) {
        let picture = WorkingPicture(image)
        size = image.size
        defects = DefectMeasurements(picture)
        appearance = Appearance(picture, quietDeviation: defects.noise.quietDeviation)
        pixelDigest = PixelDigest.of(image)
        literal = profile == .seedLiteral ? LiteralFeatures(of: image) : nil
    }
}
