import Foundation
import Testing

@testable import Variate

@Suite struct GateProfileTests {
    /// The text of a small profile that extends the calibrated one, with more members.
    static func extending(_ members: String, base: String = "calibrated") -> String {
        #"{"schema": "variate.gate/1", "name": "mine", "extends": "\#(base)"\#(members.isEmpty ? "" : ", " + members)}"#
    }

    static func thresholds(_ profile: GateProfile) throws -> CalibratedThresholds {
        guard case .calibrated(let thresholds) = profile.thresholds else {
            throw GateProfileError(message: "other rules")
        }
        return thresholds
    }

    @Test func bundledProfilesAreWhatTheyAreCalled() throws {
        for name in GateProfile.bundledNames {
            let profile = try #require(GateProfile.bundled(named: name))
            #expect(profile.name == name)
            #expect(!profile.summary.isEmpty)
            #expect(profile.rules == (name == "seed-literal" ? .seedLiteral : .calibrated))
            #expect(profile.changes.isEmpty)
        }
        #expect(GateProfile.bundled(named: "other") == nil)
        #expect(Set(GateProfile.bundledNames.compactMap { GateProfile.bundled(named: $0)?.digest }).count == 4)
    }

    @Test func strictIsStricterAndLenientMoreLenient() throws {
        let all = try [GateProfile.strict, .calibrated, .lenient].map { try Self.thresholds($0) }
        for (tighter, wider) in zip(all, all.dropFirst()) {
            for level in QualityLevel.allCases {
                #expect(tighter.strictness[level] < wider.strictness[level])
                #expect(tighter.bounds.similarity[level] > wider.bounds.similarity[level])
                #expect(tighter.bounds.diversity[level] > wider.bounds.diversity[level])
                #expect(tighter.bounds.overallQuality[level] > wider.bounds.overallQuality[level])
                #expect(tighter.bounds[.blurred][level] == tighter.strictness[level])
            }
            #expect(tighter.detectors == wider.detectors)
        }
    }

    @Test func theDocumentReadsBackAsTheSameProfile() throws {
        for name in GateProfile.bundledNames {
            let profile = try #require(GateProfile.bundled(named: name))
            let again = try GateProfile(json: profile.json)
            #expect(again == profile)
            #expect(again.json == profile.json)
            #expect(again.digest == profile.digest)
            #expect(!profile.json.contains("extends"))
        }
    }

    @Test func theBundledFileIsInTheDocumentedOrder() throws {
        let path = "\(Samples.root)/Sources/Variate/Quality/Profiles/calibrated.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let packed = text.filter { !$0.isWhitespace }
        #expect(GateProfile.calibrated.json.filter { !$0.isWhitespace } == packed)
    }

    @Test func anExtendingProfileHoldsOnlyWhatDiffers() throws {
        let profile = try GateProfile(
            json: Self.extending(
                #""bounds": {"similarity": 0.2, "noisy": {"high": 1, "medium": 2, "low": 3}}, "detectors": {"blurred": {"variance_fall": {"value": 0.9, "figure": "Mine."}}}"#
            ))
        let found = try Self.thresholds(profile)
        let base = try Self.thresholds(.calibrated)
        #expect(profile.name == "mine" && profile.summary.isEmpty)
        #expect(found.bounds.similarity == LevelBound(0.2))
        #expect(found.bounds[.noisy] == LevelBound(high: 1, medium: 2, low: 3))
        #expect(found.bounds[.blank] == base.strictness)
        #expect(found.detectors.blurred.varianceFall == 0.9)
        #expect(found.detectors.blurred.gradientFall == base.detectors.blurred.gradientFall)
        #expect(found.detectors.noisy == base.detectors.noisy)
        #expect(profile.figures["detectors.blurred.variance_fall"] == "Mine.")
        // What was measured with other numbers is no longer said of these.
        #expect(profile.figures["detectors.blurred"] == nil && profile.figures["bounds.similarity"] == nil)
        #expect(profile.figures["detectors.noisy"] == GateProfile.calibrated.figures["detectors.noisy"])
    }

    @Test func anEmptyExtensionJudgesAlike() throws {
        let profile = try GateProfile(json: Self.extending(""))
        #expect(profile.thresholds == GateProfile.calibrated.thresholds)
        let described = try GateProfile(json: Self.extending(#""description": "Other words.""#))
        #expect(described.digest == profile.digest)
        #expect(profile.digest != GateProfile.calibrated.digest, "the name is part of it")
        #expect(described != profile)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let json: String
        let description: String
        var testDescription: String { description }
        init(_ json: String, _ description: String) {
            self.json = json
            self.description = description
        }
    }

    static let faults = [
        Fault("[]", "mine.json: must be a JSON object"),
        Fault(
            #"{"schema": "variate.gate/2", "name": "a", "rules": "calibrated"}"#,
            "mine.json: schema: 'variate.gate/2' is not known to this version, which reads variate.gate/1"),
        Fault(
            #"{"schema": "variate.gate/1", "name": "a", "extends": "calibrate"}"#,
            "mine.json: extends: must be one of calibrated, strict, lenient, seed-literal; did you mean calibrated?"),
        Fault(
            #"{"schema": "variate.gate/1", "name": "a", "extends": 4}"#,
            "mine.json: extends: must be one of calibrated, strict, lenient, seed-literal"),
        Fault(#"{"schema": "variate.gate/1", "extends": "strict"}"#, "mine.json: name: is missing"),
        Fault(#"{"name": "a", "extends": "strict"}"#, "mine.json: schema: is missing"),
        Fault(#"{"name": "a", "rules": "calibrated"}"#, "mine.json: schema: is missing"),
        Fault(
            #"{"schema": "variate.gate/1", "name": "a", "rules": "calibrated"}"#, "mine.json: strictness: is missing"),
        Fault(
            #"{"schema": "variate.gate/1", "name": "a", "rules": "seedliteral"}"#,
            "mine.json: rules: must be calibrated or seed-literal, not 'seedliteral'; did you mean seed-literal?"),
        Fault(
            #"{"schema": "variate.gate/1", "name": "", "extends": "strict"}"#, "mine.json: name: must not be empty"),
        Fault(extending(#""bounds": {"blured": 1}"#), "mine.json: bounds.blured: no such key; did you mean blurred?"),
        Fault(extending(#""bound": {"blurred": 1}"#), "mine.json: bound: no such key; did you mean bounds?"),
        Fault(extending(#""quux": 1"#), "mine.json: quux: no such key"),
        Fault(
            extending(#""detectors": {"noisy": {"impulse_rize": 1}}"#),
            "mine.json: detectors.noisy.impulse_rize: no such key; did you mean impulse_rise?"),
        Fault(extending(#""detectors": {"noisy": 3}"#), "mine.json: detectors.noisy: must be an object"),
        Fault(
            extending(#""bounds": {"similarity": "0.2"}"#),
            "mine.json: bounds.similarity: must be a number, or an object of one for each of high, medium, low"),
        Fault(
            extending(#""bounds": {"similarity": 1.5}"#),
            "mine.json: bounds.similarity: must be 0.0 to 1.0, not 1.5"),
        Fault(
            extending(#""bounds": {"similarity": {"high": 1, "medium": 0.5}}"#),
            "mine.json: bounds.similarity.low: is missing"),
        Fault(
            extending(#""bounds": {"similarity": {"value": {"high": 1, "medium": 0.5, "lov": 0}}}"#),
            "mine.json: bounds.similarity.lov: no such key; did you mean low?"),
        Fault(
            extending(#""bounds": {"similarity": {"value": 0.5, "figur": "a"}}"#),
            "mine.json: bounds.similarity.figur: no such key; did you mean figure?"),
        Fault(
            extending(#""bounds": {"similarity": {"value": 0.5, "figure": 2}}"#),
            "mine.json: bounds.similarity.figure: must be a text"),
        Fault(
            extending(#""detectors": {"blurred": {"gradient_fall": 0}}"#),
            "mine.json: detectors.blurred.gradient_fall: must be above 0, not 0.0"),
        Fault(
            extending(#""detectors": {"blurred": {"gradient_fall": {"high": 1, "medium": 1, "low": 1}}}"#),
            "mine.json: detectors.blurred.gradient_fall: must be a number"),
        Fault(
            extending(#""policies": {"allow_mirror": 1}"#),
            "mine.json: policies.allow_mirror: must be true or false"),
        Fault(
            extending(#""scores": {"weights": {"similarity": 0.9}}"#),
            "mine.json: scores.weights.object_integrity: the weights must add up to 1, not 1.7"),
        Fault(
            extending(#""rules": "seed-literal""#),
            "mine.json: rules: must be calibrated, as in the profile that it extends"),
        Fault(
            extending(#""strictness": 1"#, base: "seed-literal"), "mine.json: strictness: no such key"),
    ]

    @Test(arguments: faults)
    func namesTheFileAndThePlace(_ fault: Fault) throws {
        let error = #expect(throws: GateProfileError.self) { try GateProfile(json: fault.json, name: "mine.json") }
        #expect(error?.description == fault.description)
    }

    @Test(arguments: ["", "{", "nothing", #"{"bounds": NaN}"#, extending(#""strictness": 1e999"#), "\u{FEFF}{}"])
    func refusesWhatIsNoFiniteJSON(_ text: String) {
        let error = #expect(throws: GateProfileError.self) { try GateProfile(json: text, name: "mine.json") }
        #expect(error?.description.hasPrefix("mine.json: ") == true)
    }

    @Test func readsFiles() throws {
        let directory = Samples.temporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = "\(directory)/mine.json"
        try GateProfile.strict.json.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try GateProfile(contentsOf: path) == .strict)
        let missing = #expect(throws: GateProfileError.self) { try GateProfile(contentsOf: "\(directory)/none.json") }
        #expect(missing?.description.contains("none.json") == true)
        #expect(throws: GateProfileError.self) { try GateProfile(contentsOf: directory) }
        try Data(count: GateProfile.maximumBytes + 1).write(to: URL(fileURLWithPath: path))
        #expect(throws: GateProfileError.self) { try GateProfile(contentsOf: path) }
    }

    @Test func setsSingleNumbers() throws {
        let profile = try GateProfile.calibrated.setting("similarity", to: 0.2).setting("blurred", to: 3)
            .setting("blurred.variance_fall", to: 0.7).setting("similarity", to: 0.25)
        let found = try Self.thresholds(profile)
        #expect(found.bounds.similarity == LevelBound(0.25))
        #expect(found.bounds[.blurred] == LevelBound(3))
        #expect(found.bounds[.noisy] == found.strictness)
        #expect(found.detectors.blurred.varianceFall == 0.7)
        #expect(profile.changes.map(\.metric) == ["blurred", "blurred.variance_fall", "similarity"])
        #expect(profile.changes.last?.bound == 0.25)
        #expect(profile.name == "calibrated" && profile.digest != GateProfile.calibrated.digest)
        #expect(profile.figures["bounds.similarity"] == nil)
        let strictness = try Self.thresholds(try GateProfile.calibrated.setting("strictness", to: 2))
        #expect(strictness.bounds[.tiled] == LevelBound(2))
    }

    @Test func refusesToSetWhatItDoesNotHave() {
        let unknown = #expect(throws: GateProfileError.self) {
            try GateProfile.calibrated.setting("simlarity", to: 0.2)
        }
        #expect(unknown?.suggestion == "similarity")
        #expect(
            unknown?.description == "simlarity: the profile calibrated has no such metric; did you mean similarity?")
        let range = #expect(throws: GateProfileError.self) { try GateProfile.calibrated.setting("similarity", to: 2) }
        #expect(range?.description == "similarity: must be 0.0 to 1.0, not 2.0")
        #expect(throws: GateProfileError.self) { try GateProfile.calibrated.setting("similarity", to: .nan) }
        #expect(throws: GateProfileError.self) { try GateProfile.seedLiteral.setting("blurred", to: 2) }
    }

    @Test func listsEveryMetricThatCanBeSet() throws {
        for name in GateProfile.bundledNames {
            let profile = try #require(GateProfile.bundled(named: name))
            #expect(Set(profile.metrics).count == profile.metrics.count)
            for metric in profile.metrics {
                let number = metric == "strictness" || metric.hasSuffix("aspect_ratio") ? 1.5 : 0.5
                #expect(try profile.setting(metric, to: number).changes.map(\.metric) == [metric])
            }
        }
        let metrics = GateProfile.calibrated.metrics
        #expect(Set(Defect.allCases.map(\.rawValue)).isSubset(of: metrics))
        #expect(Set(["strictness", "similarity", "aspect_ratio", "tiled.self_correlation"]).isSubset(of: metrics))
        #expect(!metrics.contains { $0.hasPrefix("scores") || $0 == "unrelated_edges" })
    }
}
