/// Every defect measurement of one picture: a few dozen numbers that stand for its pixels.
public struct DefectMeasurements: Sendable, Equatable {
    /// Fine detail.
    public let sharpness: Sharpness
    /// Grain and specks.
    public let noise: Noise
    /// Blotches of colour.
    public let chromaNoise: ChromaNoise
    /// Block structure.
    public let blockiness: Blockiness
    /// Tones and clipping.
    public let exposure: Exposure
    /// Number of distinct tones.
    public let tonalRichness: TonalRichness
    /// Share of the picture that shows anything.
    public let texture: Texture
    /// Straight cuts.
    public let seams: Seams
    /// Flat bands at the edges.
    public let flatBars: FlatBars
    /// A baked-in transparency pattern.
    public let checkerboard: Checkerboard
    /// Self-repetition.
    public let tiling: Tiling

    /// Measures a prepared picture.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        sharpness = Sharpness(picture)
        noise = Noise(picture)
        chromaNoise = ChromaNoise(picture)
        blockiness = Blockiness(picture)
        exposure = Exposure(picture)
        tonalRichness = TonalRichness(picture)
        texture = Texture(picture)
        seams = Seams(picture)
        flatBars = FlatBars(picture)
        checkerboard = Checkerboard(picture)
        tiling = Tiling(picture)
    }
}
