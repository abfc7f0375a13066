import VariateImaging

/// Puts a candidate into numbers, against its source and the variations accepted before it.
public struct Scorer: Sendable {
    private let thresholds: QualityThresholds
    private let duplicates = DuplicateDetector()

    /// A scorer at a level's strictness.
    public init(level: QualityLevel = .medium) {
        thresholds = QualityThresholds(level)
    }

    /// The candidate's scores, and the measurements behind them as details. `previous` are the accepted variations,
    /// oldest first.
    /// - Complexity: O(previous): each is compared in detail when its colours are near the candidate's.
    public func score(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]
    ) -> Scorecard {
        assess(candidate, source: source, previous: previous).scorecard
    }

    func assess(_ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]) -> Assessment {
        let sourceDifference = duplicates.difference(source, candidate)
        let siblings = previous.map { duplicates.difference($0, candidate) }
        let nearest = siblings.indices.min { siblings[$0] < siblings[$1] }
        let diversity = nearest.map { siblings[$0] } ?? 1
        let relation = SourceSimilarity(candidate: candidate, source: source, strictness: thresholds.strictness)
        let similarity = Self.similarity(relation.value, sourceDifference: sourceDifference)
        let severities = DefectSeverities(candidate: candidate.defects, source: source.defects)
        let aesthetic = marks(
            severities.worst(spoilingIntegrity: false).severity, bound: QualityThresholds.leastAesthetic)
        let integrity = marks(
            severities.worst(spoilingIntegrity: true).severity, bound: QualityThresholds.leastIntegrity)

        let weights = QualityThresholds.weights
        let difference = min(1, min(diversity, sourceDifference) / QualityThresholds.fullDifference)
        let overall =
            weights.similarity * Self.comfort(similarity) + weights.diversity * difference
            + weights.aesthetic * aesthetic + weights.integrity * integrity

        let line = QualityThresholds.leastDifference
        var details = [
            Scorecard.Detail("edge_relation", relation.edges),
            Scorecard.Detail("colour_overlap", relation.colours),
            Scorecard.Detail("aspect_ratio_change", candidate.size.aspectRatio / source.size.aspectRatio),
            Scorecard.Detail("shorter_side", Double(candidate.size.shortestSide)),
        ]
        details += zip(Defect.allCases, severities.values).map { Scorecard.Detail($0.rawValue, $1) }
        return Assessment(
            scorecard: Scorecard(
                similarity: similarity, diversity: diversity, aesthetic: aesthetic, objectIntegrity: integrity,
                overallQuality: overall, sourceDifference: sourceDifference, nearestPrevious: nearest,
                duplicate: sourceDifference < line || diversity < line, details: details),
            severities: severities, candidateSize: candidate.size, sourceSize: source.size, thresholds: thresholds)
    }

    /// Near-duplicates of the source fill the range above the band, 0.9…1; all others stay in or below it.
    private static func similarity(_ relation: Double, sourceDifference: Double) -> Double {
        let line = QualityThresholds.leastDifference
        guard sourceDifference < line else { return relation }
        let top = QualityThresholds.similarityBand.upperBound
        return max(top.nextUp, top + (1 - top) * (1 - sourceDifference / line))
    }

    /// 1 without defects, falling through the bound where the worst defect reaches the level's strictness, to 0 at twice
    /// that.
    private func marks(_ severity: Double, bound: Double) -> Double {
        let relative = severity / thresholds.strictness
        if relative <= 1 { return 1 - (1 - bound) * relative * relative }
        return max(0, bound - bound * (relative - 1))
    }

    /// What a similarity is worth: 1 in the comfortable part of the band, a half at its ends, 0 outside.
    private static func comfort(_ similarity: Double) -> Double {
        let band = QualityThresholds.similarityBand
        let comfortable = QualityThresholds.comfortableSimilarity
        guard band.contains(similarity) else { return 0 }
        if similarity < comfortable.lowerBound {
            return 0.5 + 0.5 * (similarity - band.lowerBound) / (comfortable.lowerBound - band.lowerBound)
        }
        if similarity > comfortable.upperBound {
            return 0.5 + 0.5 * (band.upperBound - similarity) / (band.upperBound - comfortable.upperBound)
        }
        return 1
    }
}
