import Testing
import VariateImaging

@testable import Variate

@Suite struct LiteralRulesTests {
    static let gate = QualityGate(profile: .seedLiteral)
    static let source = gate.features(of: SyntheticScene.image)

    @Test func rejectsTheFirstVariationForWantOfSiblings() {
        let warm = Self.gate.features(of: SyntheticScene.image.mapChannels { $0 * [1.28, 1, 0.72][$1] })
        let (scorecard, verdict) = Self.gate.judge(warm, source: Self.source, previous: [])
        #expect(scorecard.diversity == 0)
        #expect(!verdict.accept && !verdict.duplicate)
        #expect(verdict.reasons.contains { $0.check == "diversity" && $0.value == 0 && $0.bound == 0.2 })
        #expect(verdict.reasons.contains { $0.check == "object_integrity" && $0.bound == 0.7 })
    }

    @Test func callsEqualHashesDuplicates() {
        let (scorecard, verdict) = Self.gate.judge(
            Self.source, source: Self.source,
            previous: [Self.gate.features(of: SyntheticScene.image.flipped()), Self.source])
        #expect(verdict.duplicate && scorecard.duplicate)
        #expect(scorecard.nearestPrevious == 1)
        #expect(verdict.reasons.first?.metric == "hash_distance")
        #expect(verdict.reasons.first?.advice.contains("variation 2") == true)
        #expect(scorecard.similarity == 1)
        #expect(verdict.reasons.contains { $0.check == "similarity" && $0.bound == 0.9 })
    }

    @Test func weighsTheScoresAsWritten() throws {
        guard case .seedLiteral(let thresholds) = GateProfile.seedLiteral.thresholds else {
            throw GateProfileError(message: "other rules")
        }
        let rules = LiteralRules(thresholds: thresholds, level: .medium)
        let overall = rules.overall(similarity: 0.45, diversity: nil, aesthetic: 0.8, integrity: 0.3)
        #expect(abs(overall - (0.5 * 0.2 + 0.5 * 0.3 + 0.8 * 0.3 + 0.3 * 0.2)) < 1e-12)
        let outside = rules.overall(similarity: 0.95, diversity: 0.4, aesthetic: 0, integrity: 0)
        #expect(abs(outside - (0.1 * 0.2 + 0.4 * 0.3)) < 1e-12)
    }

    @Test func takesTheMeanDifferenceAsDiversity() throws {
        let pictures = [SyntheticScene.image.flipped(), SyntheticScene.image.cropped(by: 0.2)]
        let candidate = Self.gate.features(of: SyntheticScene.image.blurred(sigma: 1))
        let siblings = pictures.map { Self.gate.features(of: $0) }
        let scorecard = Self.gate.judge(candidate, source: Self.source, previous: siblings).scorecard
        let luma = SyntheticScene.image.blurred(sigma: 1).luma()
        let differences = try pictures.map { 1 - (try #require(StructuralSimilarity.mean(luma, $0.luma()))) }
        #expect(abs(scorecard.diversity - (differences[0] + differences[1]) / 2) < 1e-12)
    }

    @Test func comparesPicturesOfAnySize() {
        for size in [Size(width: 1, height: 1), Size(width: 5, height: 3), Size(width: 6, height: 40)] {
            let tiny = Self.gate.features(of: Image(size: size, red: 90, green: 9, blue: 200))
            let (scorecard, _) = Self.gate.judge(tiny, source: Self.source, previous: [Self.source])
            let (reverse, _) = Self.gate.judge(Self.source, source: tiny, previous: [tiny])
            for number in [scorecard.similarity, scorecard.overallQuality, reverse.similarity, reverse.diversity] {
                #expect(number.isFinite)
            }
        }
    }
}
