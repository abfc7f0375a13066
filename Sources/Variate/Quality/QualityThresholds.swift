/// The bounds of the standard profile; those of single defects are in `DefectThresholds`.
///
/// Calibrated on a labelled set of 156 real pictures (126 photographs, 10 paintings, 12 illustrations, 8 objects on
/// white), with 31 kinds of good variations, 12 of near-duplicates and 17 of weak results made of each by ordinary image
/// editing: chosen on the 5,104 candidates of 100 pictures, checked on the 2,858 of the other 56.
///
/// | level | good accepted | weak rejected | near-duplicates rejected |
/// |---|---|---|---|
/// | high | 91.6 % (held out 89.3 %) | 98.4 % (97.3 %) | 98.8 % (98.8 %) |
/// | medium | 96.3 % (96.1 %) | 97.1 % (96.1 %) | 98.0 % (97.9 %) |
/// | low | 97.5 % (97.3 %) | 90.2 % (88.3 %) | 98.0 % (98.1 %) |
///
/// The figures on the 100 are this gate's; the held-out ones, here and in the other doc comments, are those of the
/// numerical prototype of the same rules, from which this gate departs in 1 verdict of 612 at level `medium`. Missed most
/// are overexposed pictures (17 % on the 100, 23 % held out) and pictures of something else altogether (17 %, 25 %).
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

    /// Relation of edges at which similarity is 0.3, at strictness 1.
    static let unrelatedEdges = 0.19
    /// Relation of edges at which similarity is 0.9.
    static let sameEdges = 1.10
    /// What sharing the source's colours adds to the relation of edges, and the histogram overlap that earns it.
    static let colourBonus = (overlap: 0.50, relation: 0.10)

    /// Pairs that differ by more pHash bits, or by more levels between their 24 × 24 mean colours, are not compared in
    /// detail. Together the filters keep 99.8 % of the near-duplicates and skip 80 % of the other pairs.
    static let fingerprintFilter = 20
    static let thumbnailFilter = 26.0
    /// Mean colours within so many levels need no hash: of a picture without structure, noise decides its bits.
    static let equalThumbnails = 6.0

    /// A shorter side under this many pixels is too small to be used, unless the source is small itself.
    static let leastShorterSide = 256
    /// A candidate may be smaller than its source by this factor before its size counts as a loss.
    static let toleratedReduction = 0.5

    /// Least overall quality that is accepted.
    let leastOverall: Double
    /// Multiplies every defect's design point: above 1 is more lenient.
    let strictness: Double

    /// The bounds of a level: strictness 0.98, 1.08 and 1.35 for high, medium and low.
    init(_ level: QualityLevel) {
        leastOverall = level.overallThreshold
        switch level {
        case .high: strictness = 0.98
        case .medium: strictness = 1.08
        case .low: strictness = 1.35
        }
    }
}
