import VariateImaging

/// How much of the source is left in a candidate, by the orientation of edges and by colours.
///
/// Deliberately lenient at the low end: an image model changes pose, crop and style, and real outputs that people would
/// call variations reach structural similarities as low as −0.1.
struct SourceSimilarity: Sendable, Equatable {
    /// Relation of edges, −1…1, over windows and the mirror image.
    let edges: Double
    /// Overlap of colour histograms, 0…1.
    let colours: Double
    /// 0…0.9, without regard to near-duplication: 0.3 is where the calibrated rules see another picture.
    let value: Double

    init(
        candidate: ImageFeatures, source: ImageFeatures, strictness: Double,
        scale: CalibratedThresholds.SimilarityScale
    ) {
        edges = OrientationViews.relation(
            source: source.appearance.orientations, candidate: candidate.appearance.orientations)
        colours = source.appearance.colourOverlap(with: candidate.appearance)
        let relation = edges + (colours >= scale.colourOverlap ? scale.colourBonus : 0)
        let line = scale.unrelatedEdges / strictness
        if relation < line {
            value = scale.unrelated * max(0, relation) / line
        } else {
            let share = (relation - line) / (scale.sameEdges - line)
            value = min(scale.same, scale.unrelated + (scale.same - scale.unrelated) * share)
        }
    }
}
