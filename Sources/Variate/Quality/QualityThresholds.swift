/// The bounds of the standard profile; those of single defects are in `DefectThresholds`.
///
/// Calibrated on a labelled set of 156 real pictures (126 photographs, 10 paintings, 12 illustrations, 8 objects on
/// white) with 31 kinds of good variations, 12 of near-duplicates and 17 of weak results made of each: chosen on the
/// 5,104 candidates of 100 pictures, checked on the 2,858 of the other 56. On those, level `medium` accepts 96.1 % of the
/// good variations, rejects 96.1 % of the weak results and recognises 97.9 % of the near-duplicates. The weak results that
/// it misses most are over-exposed pictures (77 % found) and pictures of something else altogether (75 %).
struct QualityThresholds: Sendable {
    /// Below: too different from the source. Above: the source again. The first design's band.
    static let similarityBand = 0.3...0.9
    /// The part of the band that is worth full marks; marks fall to a half at the band's ends.
    static let comfortableSimilarity = 0.4...0.85
    /// Least difference from the source and from every earlier variation: the first design's bound, on the aligned
    /// difference, whose own near-duplicate line is the same number.
    static let leastDifference = 0.2
    /// Differences of this much or more are worth full marks.
    static let fullDifference = 0.5
    /// Least aesthetic score: the first design's bound. The score passes it exactly where the worst defect does.
    static let leastAesthetic = 0.6
    /// Least object integrity: the first design's bound, with the same meaning.
    static let leastIntegrity = 0.7
    /// Shares of the overall score: the first design's weights.
    static let weights = (similarity: 0.2, diversity: 0.3, aesthetic: 0.3, integrity: 0.2)

    /// Relation of edges at which similarity is 0.3, at strictness 1. Unrelated pictures reach 0.2 in one case of forty.
    static let unrelatedEdges = 0.19
    /// Relation of edges at which similarity is 0.9.
    static let sameEdges = 1.10
    /// What sharing the source's colours adds to the relation of edges, and the histogram overlap that earns it.
    static let colourBonus = (overlap: 0.50, relation: 0.10)

    /// Pictures whose 24 × 24 mean colours differ by more than this, in levels, are not compared in detail: the filter
    /// keeps 99.8 % of the near-duplicates.
    static let thumbnailFilter = 26.0

    /// A shorter side under this many pixels is too small to be used, unless the source is small itself.
    static let leastShorterSide = 256
    /// A candidate may be smaller than its source by this factor before its size counts as a loss.
    static let toleratedReduction = 0.5

    /// Least overall quality that is accepted.
    let leastOverall: Double
    /// Multiplies every defect's design point: above 1 is more lenient.
    let strictness: Double

    /// The bounds of a level: strictness 0.98, 1.08 and 1.35 for high, medium and low.
    ///
    /// On the held-out pictures, level high accepts 89.3 % of the good and rejects 97.3 % of the weak; level low 97.3 %
    /// and 88.3 %.
    init(_ level: QualityLevel) {
        leastOverall = level.overallThreshold
        switch level {
        case .high: strictness = 0.98
        case .medium: strictness = 1.08
        case .low: strictness = 1.35
        }
    }
}
