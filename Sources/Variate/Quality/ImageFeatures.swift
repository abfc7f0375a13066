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
    /// What the rules `seedLiteral` need, and only they.
    let literal: LiteralFeatures?

    /// Measures a picture of any size for a set of rules; a translucent one as it looks on white.
    ///
    /// The rules `seedLiteral` keep a luma plane, a byte a pixel, on top.
    /// - Complexity: O(pixels).
    public init(of image: Image, rules: GateProfile.Rules = .calibrated) {
        let picture = WorkingPicture(image)
        size = image.size
        defects = DefectMeasurements(picture)
        appearance = Appearance(picture, quietDeviation: defects.noise.quietDeviation)
        pixelDigest = PixelDigest.of(image)
        literal = rules == .seedLiteral ? LiteralFeatures(of: image) : nil
    }
}
