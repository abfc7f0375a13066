import VariateImaging

/// Judges candidates against their source and their accepted siblings. It knows no generator.
public struct QualityGate: Sendable {
    /// The rules and bounds.
    public let profile: GateProfile
    /// The strictness.
    public let level: QualityLevel
    /// Width divided by height of the shape that was asked for; nil for the source's own.
    public let aspectRatio: Double?
    /// Whether a mirror image of the source or of an earlier variation counts as a variation; nil leaves it to the profile.
    public let allowsMirror: Bool?

    /// The checks that name what is wrong, in their order; the overall quality comes last.
    private static let namedChecks: [any QualityCheck] = [
        SimilarityCheck(), DiversityCheck(), AestheticCheck(), ObjectIntegrityCheck(), ResolutionCheck(),
    ]

    /// A gate of the given rules and strictness.
    public init(
        profile: GateProfile = .calibrated, level: QualityLevel = .medium, aspectRatio: Double? = nil,
        allowsMirror: Bool? = nil
    ) {
        self.allowsMirror = allowsMirror
        self.profile = profile
        self.level = level
        self.aspectRatio = aspectRatio
    }

    /// Everything that judging needs of a picture.
    /// - Complexity: O(pixels).
    public func features(of image: Image) -> ImageFeatures {
        ImageFeatures(of: image, rules: profile.rules)
    }

    /// The candidate's numbers and the decision on them. `previous` are the accepted variations, oldest first; `earlier`
    /// are other pictures that it may not repeat, such as those that an earlier run delivered.
    ///
    /// Under the calibrated rules, a low overall score is a reason of its own only where no other check fails: it ranks,
    /// the checks decide.
    /// - Complexity: O(previous).
    /// - Precondition: under the rules `seedLiteral`, all features come from `features(of:)` of a gate of these rules.
    public func judge(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures], earlier: [ImageFeatures] = []
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        switch profile.thresholds {
        case .calibrated(let thresholds):
            judge(candidate, source: source, previous: previous, earlier: earlier, by: thresholds)
        case .seedLiteral(let thresholds):
            judgeLiterally(candidate, source: source, previous: previous + earlier, by: thresholds)
        }
    }

    private func judge(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures], earlier: [ImageFeatures],
        by thresholds: CalibratedThresholds
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let assessment = Scorer(
            thresholds: thresholds, level: level, aspectRatio: aspectRatio, allowsMirror: allowsMirror
        )
        .assess(candidate, source: source, previous: previous, earlier: earlier)
        var checks = Self.namedChecks.flatMap { $0.checks(for: assessment) }
        checks += OverallQualityCheck(decides: checks.allSatisfy(\.passed)).checks(for: assessment)
        let duplicate = assessment.scorecard.duplicate
        return (assessment.scorecard, Verdict(duplicate: duplicate, checks: checks, overallStandsBack: true))
    }

    private func judgeLiterally(
        _ candidate: ImageFeatures, source: ImageFeatures, previous: [ImageFeatures], by thresholds: LiteralThresholds
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let siblings = previous.compactMap(\.literal)
        guard let literal = candidate.literal, let original = source.literal, siblings.count == previous.count else {
            preconditionFailure("features of other rules cannot be judged literally")
        }
        return LiteralRules(thresholds: thresholds, level: level).judge(literal, source: original, previous: siblings)
    }
}
