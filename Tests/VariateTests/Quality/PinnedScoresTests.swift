import Testing
import VariateImaging

@testable import Variate

/// The scores of a few pairs as the calibrated profile has them. Whoever changes a measurement or a threshold on purpose
/// writes the new numbers here; whoever does not finds out that something else changed them.
@Suite struct PinnedScoresTests {
    struct Pin: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let level: QualityLevel
        let edit: @Sendable (Image) -> Image
        /// Of each picture: similarity, difference from the source, aesthetic, integrity, overall.
        let scores: [[Double]]
        let reasons: [[String]]

        init(
            _ name: String, _ level: QualityLevel, _ edit: @escaping @Sendable (Image) -> Image, scores: [[Double]],
            reasons: [[String]]
        ) {
            testDescription = name
            self.level = level
            self.edit = edit
            self.scores = scores
            self.reasons = reasons
        }
    }

    static let pictures = ["cat.png", "bee.jpg"]
    static let pins = [
        Pin(
            "flipped", .medium, { $0.flipped() },
            scores: [
                [0.9, 1.0, 0.9841873829753682, 0.9999999999995041, 0.8952562148925113],
                [0.9, 1.0, 0.9938662221809914, 0.9999999999999422, 0.8981598666542858],
            ],
            reasons: [[], []]),
        Pin(
            "cropped", .high, { $0.cropped(by: 0.18) },
            scores: [
                [0.6995043697, 1.0, 0.9769730501, 0.9980784631, 0.9927076076],
                [0.7055135953, 1.0, 0.9916797042, 1.0, 0.9975039112],
            ],
            reasons: [[], []]),
        Pin(
            "slightly blurred", .low, { $0.blurred(sigma: 1.5) },
            scores: [
                [0.8960835473, 0.2167178975, 0.6408846943, 0.9999999136, 0.630129035],
                [0.9295216316742219, 0.1409567366515564, 0.4492340470224734, 0.9999873786749309, 0.419341731832662],
            ],
            reasons: [[], ["source_difference", "blurred"]]),
        Pin(
            "noisy", .medium, { $0.noisy(amplitude: 30) },
            scores: [
                [0.8877401886, 0.5014115131, 0.6229405608, 0.9936713167, 0.8101360545],
                [0.8952304066, 0.4598708789, 0.631731463, 0.9929962845, 0.7735804098],
            ],
            reasons: [[], []]),
        Pin(
            "dark", .high, { $0.mapLevels { $0 * 0.4 } },
            scores: [
                [0.8486818879, 1.0, 0.5176093581, 1.0, 0.8552828074],
                [0.8487513241, 1.0, 0.5980108663, 1.0, 0.8794032599],
            ],
            reasons: [["washed_out"], ["blurred"]]),
    ]

    @Test(arguments: pins)
    func scoresAreWhatTheyWere(_ pin: Pin) throws {
        let gate = QualityGate(level: pin.level)
        for (index, name) in Self.pictures.enumerated() {
            let source = try Samples.small(name).image
            let (card, verdict) = gate.judge(
                gate.features(of: pin.edit(source)), source: gate.features(of: source), previous: [])
            let found = [
                card.similarity, try #require(card.sourceDifference), card.aesthetic, card.objectIntegrity,
                card.overallQuality,
            ]
            // Measurements in single precision may differ by a few units of their last place.
            for (value, pinned) in zip(found, pin.scores[index]) { #expect(abs(value - pinned) < 1e-6, "\(found)") }
            #expect(verdict.reasons.map(\.metric) == pin.reasons[index])
        }
    }
}
