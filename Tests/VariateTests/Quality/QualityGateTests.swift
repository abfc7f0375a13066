import Testing
import VariateImaging

@testable import Variate

@Suite struct QualityGateTests {
    static let gate = QualityGate()
    static let source = gate.features(of: SyntheticScene.image)

    static func judge(
        _ image: Image, previous: [Image] = [], level: QualityLevel = .medium
    ) -> (scorecard: Scorecard, verdict: Verdict) {
        let gate = QualityGate(level: level)
        return gate.judge(gate.features(of: image), source: source, previous: previous.map(gate.features(of:)))
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let name: String
        let metric: String
        let make: @Sendable (Image) -> Image

        init(_ name: String, _ metric: String = "", _ make: @escaping @Sendable (Image) -> Image) {
            self.name = name
            self.metric = metric
            self.make = make
        }

        var testDescription: String { name }
    }

    static let weakResults = [
        Edit("blurred", "blurred") { $0.blurred(sigma: 4) },
        Edit("enlarged smoothly", "blurred") { $0.enlarged(from: 48, using: .bicubic) },
        Edit("enlarged without interpolation", "blocky") { $0.enlarged(from: 48, using: .nearest) },
        Edit("blank white", "blank") { Image(size: $0.size, red: 255, green: 255, blue: 255) },
        Edit("blank grey", "blank") { Image(size: $0.size, red: 119, green: 119, blue: 119) },
        Edit("noisy", "noisy") { $0.noisy(amplitude: 70) },
        Edit("salt and pepper", "noisy") { $0.peppered(share: 0.06) },
        Edit("truncated", "flat_bar") { $0.painted { _, y in y >= 150 ? (128, 128, 128) : nil } },
        Edit("letterbox", "flat_bar") { $0.painted { _, y in y < 36 || y >= 252 ? (0, 0, 0) : nil } },
        Edit("tiled", "tiled") { picture in
            picture.rearranged { x, y in (x * 2 % picture.width, y * 2 % picture.height) }
        },
        Edit("checkerboard", "checkerboard") {
            $0.painted { x, y in
                if x > 120 && x < 260 && y > 60 { return nil }
                return (x / 12 + y / 12) % 2 == 0 ? (204, 204, 204) : (255, 255, 255)
            }
        },
        Edit("overexposed", "overexposed") { $0.mapLevels { ($0 + 4) * 2.9 } },
        Edit("underexposed", "underexposed") { $0.mapLevels { $0 * 0.12 } },
        Edit("washed out", "washed_out") { $0.mapLevels { ($0 - 128) * 0.15 + 150 } },
        Edit("posterised", "posterised") { $0.mapLevels { ($0 / 127.5).rounded() * 127.5 } },
        Edit("sunk into black", "underexposed") { $0.mapLevels { ($0 - 185) * 3 } },
        Edit("without its green", "lost_channel") { $0.mapChannels { $1 == 1 ? 0 : $0 } },
        Edit("blotched", "noisy") { picture in
            var result = picture
            for i in 0..<picture.size.pixelCount {
                let (x, y) = (i % picture.width / 6, i / picture.width / 6)
                for channel in 0..<3 {
                    let shift = SyntheticScene.hash(x * 3 + channel, y) % 200 - 100
                    let level = Int(result.samples[4 * i + channel]) + shift
                    result.samples[4 * i + channel] = UInt8(min(max(level, 0), 255))
                }
            }
            return result
        },
        Edit("glitched", "hard_seams") { picture in
            picture.painted { x, y in
                let block = SyntheticScene.hash(x / 48, y / 36)
                return block % 3 == 0 ? (UInt8(block % 251), UInt8(block % 241), UInt8(block % 239)) : nil
            }
        },
    ]

    @Test(arguments: weakResults)
    func rejectsWeakResultsForTheRightReason(_ edit: Edit) {
        let (scorecard, verdict) = Self.judge(edit.make(SyntheticScene.image))
        #expect(!verdict.accept)
        #expect(verdict.reasons.contains { $0.metric == edit.metric }, "\(verdict.reasons.map(\.metric))")
        for reason in verdict.reasons where reason.metric == edit.metric {
            #expect(reason.value > reason.bound)
            #expect(reason.advice.hasPrefix("It "))
            #expect(scorecard.details.contains(Scorecard.Detail(edit.metric, reason.value)))
        }
        #expect(min(scorecard.aesthetic - 0.6, scorecard.objectIntegrity - 0.7) < 0)
    }

    static let goodVariations = [
        Edit("warm") { $0.mapChannels { $0 * [1.28, 1, 0.72][$1] } },
        Edit("cool") { $0.mapChannels { $0 * [0.72, 1, 1.28][$1] } },
        Edit("night") { $0.mapChannels { 255 * power($0 / 255, 1.6) * [0.68, 0.82, 1][$1] } },
        Edit("high key") { $0.mapLevels { 255 * power($0 / 255, 0.6) } },
        Edit("flipped") { $0.flipped() },
        Edit("cropped") { $0.cropped(by: 0.18) },
        Edit("turned") { $0.turned(sine: 0.122, cosine: 0.9925) },
        Edit("other colours") { picture in
            var result = picture
            for i in stride(from: 0, to: result.samples.count, by: 4) { result.samples.swapAt(i, i + 2) }
            return result
        },
        Edit("object added") {
            $0.painted { x, y in (x - 190) * (x - 190) + (y - 80) * (y - 80) < 4000 ? (90, UInt8(y), UInt8(x / 2)) : nil
            }
        },
    ]

    @Test(arguments: goodVariations)
    func acceptsGoodVariations(_ edit: Edit) {
        let (scorecard, verdict) = Self.judge(edit.make(SyntheticScene.image))
        #expect(verdict.accept, "\(verdict.reasons)")
        #expect(!verdict.duplicate)
        #expect(scorecard.overallQuality >= 0.6)
        #expect(scorecard.similarity >= 0.3 && scorecard.similarity <= 0.9)
    }

    @Test func acceptsGoodVariationsBesideEachOther() {
        var accepted: [Image] = []
        for edit in Self.goodVariations {
            let image = edit.make(SyntheticScene.image)
            let verdict = Self.judge(image, previous: accepted).verdict
            #expect(verdict.accept, "\(edit.name): \(verdict.reasons)")
            accepted.append(image)
        }
    }

    @Test func namesTheSourceWhenACandidateRepeatsIt() throws {
        let (scorecard, verdict) = Self.judge(SyntheticScene.image.noisy(amplitude: 4))
        #expect(verdict.duplicate && scorecard.duplicate)
        let reason = try #require(verdict.reasons.first { $0.check == "similarity" })
        #expect(reason.metric == "source_difference")
        #expect(reason.bound == 0.2)
        #expect(reason.value == scorecard.sourceDifference)
        #expect(reason.advice.contains("nearly the same as the original"))
        #expect(scorecard.similarity > 0.9)
    }

    @Test func namesTheSiblingThatACandidateRepeats() throws {
        let warm = Self.goodVariations[0].make(SyntheticScene.image)
        let flipped = SyntheticScene.image.flipped()
        let (scorecard, verdict) = Self.judge(flipped.noisy(amplitude: 3), previous: [warm, flipped])
        #expect(verdict.duplicate)
        #expect(scorecard.nearestPrevious == 1)
        let reason = try #require(verdict.reasons.first { $0.check == "diversity" })
        #expect(reason.value == scorecard.diversity && reason.bound == 0.2)
        #expect(reason.advice.contains("variation 2"))
    }

    @Test func rejectsAnotherPictureAltogether() throws {
        let other = Image(size: SyntheticScene.size, red: 30, green: 60, blue: 40).painted { x, y in
            (x + 2 * y) % 46 < 20 ? (UInt8(150 + SyntheticScene.hash(x / 3, y / 3) % 60), 90, 200) : nil
        }
        let (scorecard, verdict) = Self.judge(other)
        #expect(scorecard.similarity < 0.3)
        let reason = try #require(verdict.reasons.first { $0.check == "similarity" })
        #expect(reason.metric == "similarity" && reason.bound == 0.3)
        #expect(reason.advice.contains("too different from the original"))
    }

    @Test func levelsGrowStricter() {
        for edit in Self.weakResults + Self.goodVariations {
            let candidate = Self.gate.features(of: edit.make(SyntheticScene.image))
            let accepts = [QualityLevel.low, .medium, .high].map { level in
                QualityGate(level: level).judge(candidate, source: Self.source, previous: []).verdict.accept
            }
            #expect(accepts[0] || !accepts[1])
            #expect(accepts[1] || !accepts[2])
        }
    }

    @Test func rejectsTinyCandidatesOfLargeSources() throws {
        let large = SyntheticScene.image.resized(to: Size(width: 1152, height: 864), using: .bicubic)
        let small = SyntheticScene.image.flipped().resized(to: Size(width: 200, height: 150), using: .box)
        let verdict = Self.gate.judge(
            Self.gate.features(of: small), source: Self.gate.features(of: large), previous: []
        ).verdict
        let reason = try #require(verdict.reasons.first { $0.check == "resolution" })
        #expect(reason.metric == "shorter_side" && reason.value == 150 && reason.bound == 256)
        #expect(reason.advice.contains("200x150"))
    }

    @Test func acceptsSmallCandidatesOfSmallSources() {
        let small = Size(width: 200, height: 150)
        let source = SyntheticScene.image.resized(to: small, using: .box)
        let verdict = Self.gate.judge(
            Self.gate.features(of: source.flipped()), source: Self.gate.features(of: source), previous: []
        ).verdict
        #expect(verdict.accept, "\(verdict.reasons)")
    }

    @Test func reportsAChangedAspectRatioWithoutRejectingIt() throws {
        let wide = SyntheticScene.image.flipped().resized(to: Size(width: 480, height: 288), using: .bicubic)
        let (scorecard, verdict) = Self.judge(wide)
        let detail = try #require(scorecard.details.first { $0.name == "aspect_ratio_change" })
        #expect(abs(detail.value - 1.25) < 1e-12)
        #expect(verdict.accept, "\(verdict.reasons)")
    }

    @Test func seesATransparentPictureAsBlank() {
        var clear = SyntheticScene.image
        for i in stride(from: 3, to: clear.samples.count, by: 4) { clear.samples[i] = 0 }
        #expect(Self.judge(clear).verdict.reasons.contains { $0.metric == "blank" })
    }

    @Test func seesATranslucentPictureOnWhite() {
        var half = SyntheticScene.image
        for i in stride(from: 3, to: half.samples.count, by: 4) { half.samples[i] = 128 }
        let onWhite = SyntheticScene.image.mapLevels { ($0 * 128 + 255 * 127) / 255 }
        let difference = Self.judge(half, previous: [onWhite]).scorecard.diversity
        #expect(difference < 0.02)
    }

    @Test func givesFiniteNumbersForEverySmallSize() {
        for width in 1...17 {
            for height in [1, 2, 3, 5, 8, 9, 16, 17] {
                let size = Size(width: width, height: height)
                let samples = (0..<4 * size.pixelCount).map { UInt8(truncatingIfNeeded: SyntheticScene.hash($0, 3)) }
                let tiny = Self.gate.features(of: Image(size: size, samples: samples))
                let flat = Self.gate.features(of: Image(size: size, red: 9, green: 99, blue: 199))
                for (candidate, source) in [(tiny, flat), (flat, tiny), (tiny, tiny), (tiny, Self.source)] {
                    let (scorecard, verdict) = Self.gate.judge(candidate, source: source, previous: [flat])
                    let numbers =
                        [
                            scorecard.similarity, scorecard.diversity, scorecard.aesthetic, scorecard.objectIntegrity,
                            scorecard.overallQuality, scorecard.sourceDifference ?? .nan,
                        ] + scorecard.details.map(\.value) + verdict.reasons.flatMap { [$0.value, $0.bound] }
                    #expect(numbers.allSatisfy { $0.isFinite }, "\(size)")
                    #expect((0...1).contains(scorecard.overallQuality))
                }
            }
        }
    }
}

/// x to the power y, by repeated squaring of roots: tests need no mathematics library for a tone curve.
func power(_ x: Double, _ y: Double) -> Double {
    var result = 1.0
    var whole = y.rounded(.down)
    var fraction = y - whole
    while whole > 0 {
        result *= x
        whole -= 1
    }
    var root = x
    for _ in 0..<40 where fraction > 0 {
        root = root.squareRoot()
        fraction *= 2
        if fraction >= 1 {
            result *= root
            fraction -= 1
        }
    }
    return result
}
