import VariateImaging

/// How much of the source is left in a candidate, by the orientation of edges, by colours and by corners found again.
///
/// Edges and colours compare whole frames, and are blind to a subject that was moved, or put before another background;
/// corners are blind to drawings and heavy restyling. A candidate is as close as the kinder of the two says.
///
/// Deliberately lenient at the low end: an image model changes pose, crop and style, and real outputs that people would
/// call variations reach structural similarities as low as −0.1.
struct SourceSimilarity: Sendable, Equatable {
    /// Relation of edges, −1…1, over windows and the mirror image.
    let edges: Double
    /// Overlap of colour histograms, 0…1.
    let colours: Double
    /// Corners of the source found again in one consistent arrangement; nil where edges and colours left no doubt.
    let corners: Int?
    /// 0…0.9, without regard to near-duplication: 0.3 is where the calibrated rules see another picture.
    let value: Double

    init(
        candidate: ImageFeatures, source: ImageFeatures, strictness: Double,
        scale: CalibratedThresholds.SimilarityScale
    ) {
        edges = OrientationViews.relation(
            source: source.appearance.orientations, candidate: candidate.appearance.orientations)
        colours = source.appearance.colourOverlap(with: candidate.appearance)
        let line = scale.unrelatedEdges / strictness
        var relation = edges + (colours >= scale.colourOverlap ? scale.colourBonus : 0)
        if relation < line + scale.doubtfulEdges {
            let found = LocalMatching.count(
                source: source.appearance.corners, candidate: candidate.appearance.corners)
            corners = found
            // As many corners as never agree by chance are worth the line itself, and twice as many all that was in doubt.
            let certainty = min(2, Double(found) / scale.relatedCorners)
            relation = max(relation, line * min(1, certainty) + scale.doubtfulEdges * max(0, certainty - 1))
        } else {
            corners = nil
        }
        if relation < line {
            value = scale.unrelated * max(0, relation) / line
        } else {
            let share = (relation - line) / (scale.sameEdges - line)
            value = min(scale.same, scale.unrelated + (scale.same - scale.unrelated) * share)
        }
    }
}
