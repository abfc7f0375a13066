import VariateImaging

/// Judges candidates against their source and their accepted siblings. It knows no generator.
public struct QualityGate: Sendable {
    /// The rules.
    public let profile: QualityProfile
    /// The strictness.
    public let level: QualityLevel

    /// The checks that name what is wrong, in the order of their reasons.
    private static let namedChecks: [any QualityCheck] = [
        SimilarityCheck(), DiversityCheck(), AestheticCheck(), ObjectIntegrityCheck(), ResolutionCheck(),
    ]

    /// A gate of the given rules and strictness.
    public init(profile: QualityProfile = .calibrated, level: QualityLevel = .medium) {
        self.profile = profile
        self.level = level
    }

    /// Everything that judging needs of a picture.
    /// - Complexity: O(pixels).
    public func features(of image: Image) -> ImageFeatures {
        ImageFeatures(of: image, profile: profile)
    }

    /// The candidate's numbers and the decision on them. `previous` are the accepted variations, oldest first.
    ///
    /// The overall score is a reason of its own only where no named check has one: it ranks, the checks decide.
    /// - Complexity: O(previous).
    /// - Precondition: in the profile `seedLiteral`, all features come from `features(of:)` of a gate of that profile.
    public func judge(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        switch profile {
        case .calibrated: judgeByCalibration(candidate, source: source, previous: previous)
        case .seedLiteral: judgeLiterally(candidate, source: source, previous: previous)
        }
    }

    private func judgeByCalibration(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let assessment = Scorer(level: level).assess(candidate, source: source, previous: previous)
        var reasons = Self.namedChecks.flatMap { $0.reasons(for: assessment) }
        if reasons.isEmpty { reasons = OverallQualityCheck().reasons(for: assessment) }
        return (
            assessment.scorecard, Verdict(duplicate: assessment.scorecard.duplicate, reasons: reasons)
        )
    }

    private func judgeLiterally(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures]
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let siblings = previous.compactMap(\.literal)
        guard let literal = candidate.literal, let original = source.literal, siblings.count == previous.count else {
            preconditionFailure("features of another profile cannot be judged literally")
        }
        return LiteralRules(level: level).judge(literal, source: original, previous: siblings)
    }
}
