import VariateImaging

/// Puts a candidate into numbers, against its source and the variations accepted before it.
struct Scorer: Sendable {
    private let thresholds: CalibratedThresholds
    private let level: QualityLevel
    private let aspectRatio: Double?
    private let duplicates = DuplicateDetector()

    /// - Parameter aspectRatio: the shape that was asked for; nil for the source's own.
    init(thresholds: CalibratedThresholds, level: QualityLevel, aspectRatio: Double? = nil) {
        self.thresholds = thresholds
        self.level = level
        self.aspectRatio = aspectRatio
    }

    /// The candidate's scores, and the measurements behind them as details. `previous` are the accepted variations,
    /// oldest first.
    /// - Complexity: O(previous): each is compared in detail when its colours are near the candidate's.
    func assess(_ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]) -> Assessment {
        let bounds = thresholds.bounds
        let sourceDifference = duplicates.difference(source, candidate)
        let siblings = previous.map { duplicates.difference($0, candidate) }
        let nearest = siblings.indices.min { siblings[$0] < siblings[$1] }
        let diversity = nearest.map { siblings[$0] } ?? 1
        let relation = SourceSimilarity(
            candidate: candidate, source: source, strictness: thresholds.strictness[level],
            scale: thresholds.similarity)
        let similarity = similarity(relation.value, sourceDifference: sourceDifference)
        let severities = DefectSeverities(
            candidate: candidate.defects, source: source.defects, points: thresholds.detectors)
        let scores = thresholds.scores
        let aesthetic = marks(severities, spoilingIntegrity: false, bound: scores.aestheticAtBound)
        let integrity = marks(severities, spoilingIntegrity: true, bound: scores.objectIntegrityAtBound)

        let difference = min(1, min(diversity, sourceDifference) / scores.fullDifference)
        let overall =
            scores.weights.similarity * comfort(similarity) + scores.weights.diversity * difference
            + scores.weights.aesthetic * aesthetic + scores.weights.objectIntegrity * integrity

        var details = [
            Scorecard.Detail("edge_relation", relation.edges),
            Scorecard.Detail("colour_overlap", relation.colours),
            Scorecard.Detail("aspect_ratio_change", candidate.size.aspectRatio / source.size.aspectRatio),
            Scorecard.Detail("shorter_side", Double(candidate.size.shortestSide)),
        ]
        if let corners = relation.corners { details.append(Scorecard.Detail("matching_corners", Double(corners))) }
        details += zip(Defect.allCases, severities.values).map { Scorecard.Detail($0.rawValue, $1) }
        let repeatsSource = sourceDifference < bounds.sourceDifference[level]
        return Assessment(
            scorecard: Scorecard(
                similarity: similarity, diversity: diversity, aesthetic: aesthetic, objectIntegrity: integrity,
                overallQuality: overall, sourceDifference: sourceDifference, nearestPrevious: nearest,
                duplicate: repeatsSource || diversity < bounds.diversity[level], details: details),
            severities: severities, candidateSize: candidate.size, sourceSize: source.size,
            askedAspectRatio: aspectRatio, thresholds: thresholds, level: level)
    }

    /// Near-duplicates of the source fill the range above the band, 0.9…1; all others stay in or below it.
    private func similarity(_ relation: Double, sourceDifference: Double) -> Double {
        let line = thresholds.bounds.sourceDifference[level]
        guard sourceDifference < line else { return relation }
        let top = thresholds.similarity.same
        return max(top.nextUp, top + (1 - top) * (1 - sourceDifference / line))
    }

    /// 1 without defects, falling through the bound where the worst defect reaches its own, to 0 at twice that.
    private func marks(_ severities: DefectSeverities, spoilingIntegrity: Bool, bound: Double) -> Double {
        let relative = severities.worst(spoilingIntegrity: spoilingIntegrity) { thresholds.bounds[$0][level] }
        if relative <= 1 { return 1 - (1 - bound) * relative * relative }
        return max(0, bound - bound * (relative - 1))
    }

    /// What a similarity is worth: 1 in the comfortable part of the band, a half at its ends, 0 outside.
    private func comfort(_ similarity: Double) -> Double {
        let scale = thresholds.similarity
        let scores = thresholds.scores
        guard (scale.unrelated...scale.same).contains(similarity) else { return 0 }
        if similarity < scores.comfortableLow {
            return 0.5 + 0.5 * (similarity - scale.unrelated) / (scores.comfortableLow - scale.unrelated)
        }
        if similarity > scores.comfortableHigh {
            return 0.5 + 0.5 * (scale.same - similarity) / (scale.same - scores.comfortableHigh)
        }
        return 1
    }
}
