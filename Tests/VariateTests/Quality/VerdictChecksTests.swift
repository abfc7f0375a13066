import Testing
import VariateImaging

@testable import Variate

@Suite struct VerdictChecksTests {
    static let source = ImageFeatures(of: SyntheticScene.image)
    static let order =
        [
            "similarity/similarity", "similarity/source_difference", "diversity/diversity", "aesthetic/blurred",
            "aesthetic/blank", "aesthetic/blocky", "aesthetic/noisy", "aesthetic/overexposed",
            "aesthetic/underexposed", "aesthetic/washed_out", "aesthetic/posterised", "aesthetic/lost_channel",
            "object_integrity/hard_seams", "object_integrity/flat_bar", "object_integrity/checkerboard",
            "object_integrity/tiled", "resolution/shorter_side", "resolution/aspect_ratio",
            "overall_quality/overall_quality",
        ]

    static let candidates = [
        SyntheticScene.image, SyntheticScene.image.flipped(), SyntheticScene.image.blurred(sigma: 4),
        SyntheticScene.image.noisy(amplitude: 70), SyntheticScene.image.mapLevels { $0 * 0.12 },
    ]

    @Test func listsEveryCheckInOneOrder() {
        for level in QualityLevel.allCases {
            for profile in [GateProfile.calibrated, .strict, .lenient] {
                let gate = QualityGate(profile: profile, level: level)
                for image in Self.candidates {
                    for previous in [[], [Self.source]] {
                        let verdict = gate.judge(gate.features(of: image), source: Self.source, previous: previous)
                            .verdict
                        #expect(verdict.checks.map { "\($0.check)/\($0.metric)" } == Self.order)
                    }
                }
            }
        }
    }

    @Test func reasonsAreTheFailedChecks() {
        let gate = QualityGate()
        for image in Self.candidates {
            let (scorecard, verdict) = gate.judge(gate.features(of: image), source: Self.source, previous: [])
            let failed = verdict.checks.filter { !$0.passed }
            let named = failed.filter { $0.metric != "overall_quality" }
            #expect(verdict.reasons == (named.isEmpty ? failed : named).map(Verdict.Reason.init))
            #expect(verdict.accept == verdict.checks.allSatisfy(\.passed))
            #expect(verdict.checks.last?.passed == (scorecard.overallQuality >= 0.6))
            for check in verdict.checks {
                #expect(check.passed == (check.margin >= 0))
                #expect(abs(abs(check.margin) - abs(check.value - check.bound)) < 1e-12)
                #expect(check.advice.hasSuffix(".") && check.advice.count < 120)
                #expect(check.advice.hasPrefix("It ") || check.passed || check.metric == "overall_quality")
            }
        }
    }

    @Test func aLowOverallScoreIsAReasonOnlyOfItsOwn() throws {
        let alone = Verdict(
            duplicate: false, checks: [Self.check("aesthetic", 1), Self.check("overall_quality", -1)],
            overallStandsBack: true)
        #expect(alone.reasons.map(\.check) == ["overall_quality"] && !alone.accept)
        let beside = Verdict(
            duplicate: false, checks: [Self.check("aesthetic", -1), Self.check("overall_quality", -1)],
            overallStandsBack: true)
        #expect(beside.reasons.map(\.check) == ["aesthetic"])
        let all = Verdict(duplicate: false, checks: beside.checks, overallStandsBack: false)
        #expect(all.reasons.map(\.check) == ["aesthetic", "overall_quality"])

        let gate = QualityGate(profile: try GateProfile.calibrated.setting("overall_quality", to: 1))
        let verdict = gate.judge(gate.features(of: SyntheticScene.image), source: Self.source, previous: []).verdict
        #expect(verdict.reasons.map(\.metric) == ["source_difference"])
        #expect(verdict.checks.last?.advice == "Its overall score is low too; the other checks that fail say why.")
    }

    static func check(_ name: String, _ margin: Double) -> Verdict.Check {
        .atLeast(0, check: name, metric: name, value: margin, passing: "Good.", failing: "It is bad.")
    }

    @Test func bothDirectionsHaveAMargin() {
        let least = Verdict.Check.atLeast(0.25, check: "a", metric: "b", value: 0.25, passing: "p", failing: "f")
        #expect(least.passed && least.margin == 0 && least.advice == "p")
        let most = Verdict.Check.atMost(2, check: "a", metric: "b", value: 3.5, passing: "p", failing: "f")
        #expect(!most.passed && most.margin == -1.5 && most.advice == "f")
    }

    @Test func diversityIsThereFromTheFirstImageOn() throws {
        let gate = QualityGate()
        let features = gate.features(of: SyntheticScene.image.flipped())
        let first = gate.judge(features, source: Self.source, previous: []).verdict
        let alone = try #require(first.checks.first { $0.metric == "diversity" })
        #expect(alone.value == 1 && alone.passed && alone.advice == "There is no earlier variation to differ from.")
        let second = gate.judge(features, source: Self.source, previous: [Self.source]).verdict
        let beside = try #require(second.checks.first { $0.metric == "diversity" })
        #expect(beside.passed && beside.advice.contains("variation 1"))
    }

    @Test func judgesTheShapeAgainstTheSourceOrTheOneAskedFor() throws {
        let wide = SyntheticScene.image.flipped().resized(to: Size(width: 640, height: 288), using: .bicubic)
        func check(_ asked: Double?, _ image: Image = wide) throws -> Verdict.Check {
            let gate = QualityGate(aspectRatio: asked)
            let verdict = gate.judge(gate.features(of: image), source: Self.source, previous: []).verdict
            return try #require(verdict.checks.first { $0.metric == "aspect_ratio" })
        }
        let stretched = try check(nil)
        #expect(abs(stretched.value - 640.0 / 384) < 1e-12 && stretched.bound == 2 && stretched.passed)
        let asked = try check(640.0 / 288)
        #expect(asked.value == 1 && asked.bound == 1.12 && asked.passed)
        let missed = try check(1)
        #expect(!missed.passed && missed.check == "resolution" && abs(missed.value - 640.0 / 288) < 1e-12)
        let tall = try check(nil, SyntheticScene.image.resized(to: Size(width: 160, height: 288), using: .bicubic))
        #expect(!tall.passed && abs(tall.value - 2.4) < 1e-12)
        #expect(tall.advice.contains("--aspect-ratio"))
    }

    @Test func aBoundOfItsOwnLetsADefectPass() throws {
        let candidate = QualityGate().features(of: SyntheticScene.image.blurred(sigma: 2))
        let severity = try #require(
            QualityGate().judge(candidate, source: Self.source, previous: []).verdict.checks
                .first { $0.metric == "blurred" }
        ).value
        #expect(severity > 1.08)
        let tolerant = QualityGate(profile: try GateProfile.calibrated.setting("blurred", to: severity + 0.1))
        let (scorecard, verdict) = tolerant.judge(candidate, source: Self.source, previous: [])
        #expect(verdict.checks.first { $0.metric == "blurred" }?.passed == true)
        #expect(scorecard.aesthetic >= 0.6)
    }

    @Test func theFirstDesignListsItsChecksToo() {
        let gate = QualityGate(profile: .seedLiteral)
        let source = gate.features(of: SyntheticScene.image)
        let candidate = gate.features(of: SyntheticScene.image.flipped())
        let bounds = [
            "similarity", "similarity", "diversity", "aesthetic", "object_integrity", "overall_quality",
        ]
        let alone = gate.judge(candidate, source: source, previous: []).verdict
        #expect(alone.checks.map(\.metric) == bounds)
        #expect(alone.checks.map(\.bound) == [0.3, 0.9, 0.2, 0.6, 0.7, 0.6])
        let beside = gate.judge(candidate, source: source, previous: [source]).verdict
        #expect(beside.checks.map(\.metric) == ["hash_distance", "ssim"] + bounds)
        #expect(beside.checks[0].passed && beside.checks[0].value > 1 && beside.checks[1].passed)
        let same = gate.judge(source, source: source, previous: [candidate, source]).verdict
        #expect(same.checks.map(\.metric) == ["hash_distance"] + bounds)
        #expect(!same.checks[0].passed && same.checks[0].margin == -1)
        for verdict in [alone, beside, same] {
            #expect(verdict.reasons == verdict.checks.filter { !$0.passed }.map(Verdict.Reason.init))
        }
        let high = QualityGate(profile: .seedLiteral, level: .high).judge(candidate, source: source, previous: [])
        #expect(high.verdict.checks.last?.bound == 0.8)
    }
}
