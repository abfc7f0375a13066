import VariateCodecs
import VariateStore

/// The rules and every bound by which a gate judges: a JSON document, checked and typed.
///
/// The four profiles that come with the library are `calibrated`, `strict`, `lenient` and `seedLiteral`; others are read
/// from files that extend one of these, or hold a whole profile. The format is described in `docs/gate-profiles.md`.
public struct GateProfile: Sendable {
    /// The version of the documents that this library reads and writes.
    public static let schemaVersion = "variate.gate/1"

    /// The largest file that is read, in bytes.
    public static let maximumBytes = 1 << 20

    enum Key {
        static let schema = "schema"
        static let name = "name"
        static let description = "description"
        static let extends = "extends"
        static let rules = "rules"
    }

    /// The formulas that a profile's numbers go into.
    public enum Rules: String, Sendable, CaseIterable, Codable {
        /// Calibrated on real pictures.
        case calibrated
        /// The first formulas, word for word.
        case seedLiteral = "seed-literal"
    }

    enum Thresholds: Sendable, Equatable {
        case calibrated(CalibratedThresholds)
        case seedLiteral(LiteralThresholds)
    }

    /// The profile's name, for example `calibrated`.
    public let name: String
    /// What it is for, in a sentence; may be empty.
    public let summary: String
    /// The formulas.
    public let rules: Rules
    /// The measured sentences that justify thresholds, by key path, for example `detectors.blurred`.
    public let figures: [String: String]
    /// The numbers that were changed by `setting(_:to:)`, in order: empty for a profile as it was read.
    public let changes: [Change]
    let thresholds: Thresholds
    /// The whole profile, nothing left to another, in the documented order.
    let document: JSONValue
    private let thresholdPaths: [String]

    /// One number that was changed.
    public struct Change: Sendable, Equatable, Codable, CustomStringConvertible {
        /// The name under which it was set, for example `similarity` or `blurred.variance_fall`.
        public let metric: String
        /// The number.
        public let bound: Double

        /// For example `similarity=0.2`.
        public var description: String { "\(metric)=\(JSONValue.number(bound).compactText)" }
    }

    /// Reads a profile from the text of a JSON document.
    /// - Parameter name: what errors call the document.
    /// - Throws: what is wrong, and where: no JSON, an unknown version, a key that is unknown or missing, a value of a
    ///   wrong type, out of its range or not finite.
    public init(json text: String, name: String = "profile") throws(GateProfileError) {
        try self.init(json: Array(text.utf8), name: name)
    }

    /// Reads a profile from a file of at most `maximumBytes` bytes.
    /// - Throws: as `init(json:name:)`, under the file's path, and when the file cannot be read.
    public init(contentsOf path: String) throws(GateProfileError) {
        let bytes: [UInt8]
        do throws(CodecError) {
            bytes = try FileReader.read(path, maximumBytes: Self.maximumBytes)
        } catch {
            throw GateProfileError(file: path, message: "\(error)")
        }
        try self.init(json: bytes, name: path)
    }

    init(json: [UInt8], name: String) throws(GateProfileError) {
        do throws(GateProfileError) {
            try self.init(document: try Self.complete(try ProfileDocument.parse(json)))
        } catch {
            throw error.inFile(name)
        }
    }

    private init(document: JSONValue, changes: [Change] = []) throws(GateProfileError) {
        let section = ProfileSection(document: document)
        try Self.checkVersion(document)
        _ = section.text(Key.schema)
        name = section.text(Key.name)
        summary = section.text(Key.description, required: false)
        let word = section.text(Key.rules)
        let rules = Rules(rawValue: word)
        if !word.isEmpty, rules == nil {
            let words = Rules.allCases.map(\.rawValue)
            throw GateProfileError(
                keyPath: Key.rules, message: "must be \(words.joined(separator: " or ")), not '\(word)'",
                suggestion: Suggestion.nearest(to: word, among: words))
        }
        switch rules {
        case .seedLiteral: thresholds = .seedLiteral(LiteralThresholds(section))
        case .calibrated, nil: thresholds = .calibrated(CalibratedThresholds(section))
        }
        self.rules = rules ?? .calibrated
        section.reportUnknownKeys()
        if name.isEmpty { section.note(Key.name, "must not be empty") }
        if let problem = section.problem { throw problem }
        figures = section.figures
        self.changes = changes
        self.document = .object(section.ordered)
        thresholdPaths = section.thresholds
    }

    // MARK: - Single numbers

    /// The names that `setting(_:to:)` takes: the bound of each metric, `strictness`, and the design points of detectors
    /// as `METRIC.KEY`.
    public var metrics: [String] { thresholdPaths.compactMap(Self.metric(ofPath:)) }

    /// The profile with one number replaced, at every level.
    /// - Throws: for a name that is none of `metrics`, with the nearest one, and for a number out of its range.
    public func setting(_ metric: String, to bound: Double) throws(GateProfileError) -> GateProfile {
        guard let path = thresholdPaths.first(where: { Self.metric(ofPath: $0) == metric }) else {
            throw GateProfileError(
                keyPath: metric, message: "the profile \(name) has no such metric",
                suggestion: Suggestion.nearest(to: metric, among: metrics))
        }
        guard bound.isFinite else { throw GateProfileError(keyPath: metric, message: "must be a finite number") }
        let changed = ProfileDocument.setting(path.split(separator: ".").map(String.init), to: bound, in: document)
        let others = changes.filter { $0.metric != metric }
        do throws(GateProfileError) {
            return try GateProfile(document: changed, changes: others + [Change(metric: metric, bound: bound)])
        } catch {
            throw GateProfileError(keyPath: metric, message: error.message)
        }
    }

    /// `similarity` of `bounds.similarity`, `blurred.variance_fall` of `detectors.blurred.variance_fall`; nil for numbers
    /// that are set in files alone.
    private static func metric(ofPath path: String) -> String? {
        if path == CalibratedThresholds.strictnessKey { return path }
        for section in [CalibratedThresholds.boundsKey, CalibratedThresholds.detectorsKey] {
            let metric = path.withoutPrefix("\(section).")
            if metric.count < path.count { return metric }
        }
        return nil
    }

    // MARK: - As a document

    /// The whole profile as JSON, indented, in the documented order, with nothing left to another profile.
    public var json: String { document.indentedText + "\n" }

    /// 64 hexadecimal digits: the SHA-256 over everything that decides, so without descriptions and figures. Profiles of
    /// equal digests judge equally.
    public var digest: String {
        SHA256Digest(of: ProfileDocument.withoutRemarks(document).compactText).description
    }
}

extension GateProfile: Equatable {
    /// Whether both are the same document, changed in the same numbers.
    public static func == (first: GateProfile, second: GateProfile) -> Bool {
        first.document == second.document && first.changes == second.changes
    }
}

extension GateProfile {
    private static func checkVersion(_ document: JSONValue) throws(GateProfileError) {
        guard case .text(let version)? = ProfileDocument.member(Key.schema, of: document) else { return }
        if version != schemaVersion {
            throw GateProfileError(
                keyPath: Key.schema, message: "'\(version)' is not known to this version, which reads \(schemaVersion)")
        }
    }

    /// The document on top of the bundled profile that it extends, if it does.
    private static func complete(_ document: JSONValue) throws(GateProfileError) -> JSONValue {
        guard let extended = ProfileDocument.member(Key.extends, of: document) else { return document }
        try checkVersion(document)
        guard case .text(let name) = extended, let base = bundled(named: name) else {
            var found: String?
            if case .text(let name) = extended { found = Suggestion.nearest(to: name, among: bundledNames) }
            throw GateProfileError(
                keyPath: Key.extends, message: "must be one of \(bundledNames.joined(separator: ", "))",
                suggestion: found)
        }
        if let rules = ProfileDocument.member(Key.rules, of: document), rules != .text(base.rules.rawValue) {
            throw GateProfileError(
                keyPath: Key.rules, message: "must be \(base.rules.rawValue), as in the profile that it extends")
        }
        for key in [Key.schema, Key.name] where ProfileDocument.member(key, of: document) == nil {
            throw GateProfileError(keyPath: key, message: "is missing")
        }
        // The base's description is not this one's.
        let silent = ProfileDocument.removing(Key.description, from: base.document)
        return ProfileDocument.merging(ProfileDocument.removing(Key.extends, from: document), onto: silent)
    }
}
