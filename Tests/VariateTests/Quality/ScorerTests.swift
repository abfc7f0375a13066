import Testing
import VariateImaging

@testable import Variate

@Suite struct ScorerTests {
    static func scorer(_ level: QualityLevel = .medium) throws -> Scorer {
        Scorer(thresholds: try thresholds, level: level)
    }

    static var thresholds: CalibratedThresholds {
        get throws {
            guard case .calibrated(let thresholds) = GateProfile.calibrated.thresholds else {
                throw GateProfileError(message: "other rules")
            }
            return thresholds
        }
    }

    static let source = ImageFeatures(of: SyntheticScene.image)
    static let candidates = [
        SyntheticScene.image.flipped(), SyntheticScene.image.blurred(sigma: 1.5),
        SyntheticScene.image.noisy(amplitude: 30), SyntheticScene.image.mapLevels { $0 * 0.4 },
        SyntheticScene.image.cropped(by: 0.3), SyntheticScene.image,
    ].map { ImageFeatures(of: $0) }

    /// 1 without defects, the bound at the level's strictness, 0 at twice that.
    static func expectedScore(_ severity: Double, _ bound: Double) -> Double {
        severity <= 1 ? 1 - (1 - bound) * severity * severity : max(0, bound * (2 - severity))
    }

    @Test(arguments: QualityLevel.allCases)
    func followsTheFormulas(_ level: QualityLevel) throws {
        let strictness = try Self.thresholds.strictness[level]
        for candidate in Self.candidates {
            let assessment = try Self.scorer(level).assess(
                candidate, source: Self.source, previous: [Self.candidates[0]])
            let scorecard = assessment.scorecard
            let looks = assessment.severities.worst(spoilingIntegrity: false) { _ in strictness }
            let wholeness = assessment.severities.worst(spoilingIntegrity: true) { _ in strictness }
            #expect(abs(scorecard.aesthetic - Self.expectedScore(looks, 0.6)) < 1e-12)
            #expect(abs(scorecard.objectIntegrity - Self.expectedScore(wholeness, 0.7)) < 1e-12)
            #expect((scorecard.aesthetic < 0.6) == (looks > 1))
            let difference = min(scorecard.diversity, scorecard.sourceDifference ?? 1)
            let rest =
                0.3 * min(1, difference / 0.5) + 0.3 * scorecard.aesthetic + 0.2 * scorecard.objectIntegrity
            #expect(scorecard.overallQuality >= rest - 1e-12 && scorecard.overallQuality <= rest + 0.2 + 1e-12)
            #expect(scorecard.duplicate == (difference < 0.2))
            #expect((scorecard.similarity > 0.9) == ((scorecard.sourceDifference ?? 1) < 0.2))
        }
    }

    @Test func theNearestSiblingDecidesDiversity() throws {
        let scorer = try Self.scorer()
        let flipped = ImageFeatures(of: SyntheticScene.image.flipped().noisy(amplitude: 2))
        let alone = scorer.assess(flipped, source: Self.source, previous: []).scorecard
        #expect(alone.diversity == 1 && alone.nearestPrevious == nil)
        let crowded = scorer.assess(flipped, source: Self.source, previous: Self.candidates).scorecard
        #expect(crowded.nearestPrevious == 0)
        #expect(crowded.diversity < 0.2)
        #expect(crowded.similarity == alone.similarity)
    }

    @Test func theSourceItselfIsItsOwnDuplicate() throws {
        let scorecard = try Self.scorer().assess(Self.source, source: Self.source, previous: []).scorecard
        #expect(scorecard.sourceDifference == 0)
        #expect(scorecard.similarity > 0.9 && scorecard.similarity <= 1)
        #expect(scorecard.duplicate)
    }

    @Test func namesEveryDetailOnce() throws {
        let assessment = try Self.scorer().assess(Self.candidates[0], source: Self.source, previous: [])
        let names = assessment.scorecard.details.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(Defect.allCases.map(\.rawValue)).isSubset(of: names))
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } })
    }
}
