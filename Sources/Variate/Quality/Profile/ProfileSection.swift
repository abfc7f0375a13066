/// One object of a profile while it is read: it hands out checked values, and notes what is wrong.
///
/// Reading never stops at a fault: a missing value is 0 until `problem` tells what to do about it. So the sections of a
/// profile are read by plain initialisers, and a misspelt key is reported rather than the key that it leaves missing.
final class ProfileSection {
    /// What all sections of one document share.
    private final class Log {
        var unknown: [GateProfileError] = []
        var wrong: [GateProfileError] = []
        var figures: [String: String] = [:]
        var thresholds: [String] = []
    }

    private static let levels = QualityLevel.allCases.map(\.rawValue)
    static let valueKey = "value"
    static let figureKey = "figure"

    private let path: String
    private let members: [JSONValue.Member]
    private let log: Log
    private var keys: [String] = []
    /// What was read, in the order of reading: the document in its documented order.
    private(set) var ordered: [JSONValue.Member] = []

    /// The whole of a document.
    convenience init(document: JSONValue) {
        let log = Log()
        if case .object(let members) = document {
            self.init(path: "", members: members, log: log)
        } else {
            log.wrong.append(GateProfileError(message: "must be a JSON object"))
            self.init(path: "", members: [], log: log)
        }
    }

    private init(path: String, members: [JSONValue.Member], log: Log) {
        self.path = path
        self.members = members
        self.log = log
    }

    /// The first thing that is wrong, misspelt keys before all others.
    var problem: GateProfileError? { log.unknown.first ?? log.wrong.first }
    /// The sentences that justify thresholds, by key path.
    var figures: [String: String] { log.figures }
    /// The key paths of every number that is there or could be, in the documented order.
    var thresholds: [String] { log.thresholds }

    // MARK: - Values

    /// A text that must be there, or is empty when it need not be.
    func text(_ key: String, required: Bool = true) -> String {
        guard let value = take(key, required: required) else { return "" }
        guard case .text(let text) = value else { return wrong(key, "must be a text", "") }
        ordered.append(.init(key, value))
        return text
    }

    func flag(_ key: String) -> Bool {
        guard let value = take(key) else { return false }
        guard case .flag(let flag) = value else { return wrong(key, "must be true or false", false) }
        ordered.append(.init(key, value))
        return flag
    }

    /// A number that is the same at every level, by default above 0.
    func number(_ key: String, in range: ClosedRange<Double> = Double.leastNonzeroMagnitude...1e9) -> Double {
        bound(key, in: range, hasLevels: false).medium
    }

    /// A bound: a number, or one for each level.
    func bound(_ key: String, in range: ClosedRange<Double> = 0...1e9) -> LevelBound {
        bound(key, in: range, hasLevels: true)
    }

    /// A bound that need not be there.
    func optionalBound(_ key: String, in range: ClosedRange<Double> = 0...1e9) -> LevelBound? {
        if members.contains(where: { $0.name == key }) { return bound(key, in: range) }
        keys.append(key)
        log.thresholds.append(keyPath(key))
        return nil
    }

    /// An object inside this one.
    func section<Content>(_ key: String, _ read: (ProfileSection) -> Content) -> Content {
        var inner: [JSONValue.Member] = []
        switch take(key) {
        case .object(let members): inner = members
        case nil: return read(ProfileSection(path: keyPath(key), members: [], log: Log()))
        case .some: note(key, "must be an object")
        }
        let section = ProfileSection(path: keyPath(key), members: inner, log: log)
        let figure = section.takeFigure(at: keyPath(key))
        let content = read(section)
        section.reportUnknownKeys()
        ordered.append(.init(key, .object(figure + section.ordered)))
        return content
    }

    /// Notes every key that nothing asked for.
    func reportUnknownKeys() {
        for member in members where !keys.contains(member.name) {
            log.unknown.append(
                GateProfileError(
                    keyPath: keyPath(member.name), message: "no such key",
                    suggestion: Suggestion.nearest(to: member.name, among: keys)))
        }
    }

    /// Notes a fault of a value that was read.
    func note(_ key: String, _ message: String) {
        log.wrong.append(GateProfileError(keyPath: keyPath(key), message: message))
    }

    // MARK: - Reading

    private func keyPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private func take(_ key: String, required: Bool = true) -> JSONValue? {
        keys.append(key)
        let value = members.first { $0.name == key }?.value
        if value == nil, required { note(key, "is missing") }
        return value
    }

    private func wrong<Value>(_ key: String, _ message: String, _ substitute: Value) -> Value {
        note(key, message)
        return substitute
    }

    private func takeFigure(at path: String) -> [JSONValue.Member] {
        keys.append(Self.figureKey)
        guard let value = members.first(where: { $0.name == Self.figureKey })?.value else { return [] }
        guard case .text(let figure) = value else {
            note(Self.figureKey, "must be a text")
            return []
        }
        log.figures[path] = figure
        return [.init(Self.figureKey, value)]
    }

    private func bound(_ key: String, in range: ClosedRange<Double>, hasLevels: Bool) -> LevelBound {
        log.thresholds.append(keyPath(key))
        guard var value = take(key) else { return LevelBound(0) }
        var figure: [JSONValue.Member] = []
        let written = value
        if case .object(let members) = value, members.contains(where: { $0.name == Self.valueKey }) {
            let inner = ProfileSection(path: keyPath(key), members: members, log: log)
            figure = inner.takeFigure(at: keyPath(key))
            value = inner.take(Self.valueKey) ?? .null
            inner.reportUnknownKeys()
        }
        ordered.append(.init(key, figure.isEmpty ? written : .object([.init(Self.valueKey, value)] + figure)))
        if hasLevels, case .object(let members) = value {
            let inner = ProfileSection(path: keyPath(key), members: members, log: log)
            let numbers = Self.levels.map { inner.checked($0, inner.take($0), in: range) }
            inner.reportUnknownKeys()
            let levels = zip(Self.levels, numbers).map { JSONValue.Member($0, .number($1)) }
            let canonical = JSONValue.object(levels)
            ordered[ordered.count - 1].value =
                figure.isEmpty ? canonical : .object([.init(Self.valueKey, canonical)] + figure)
            return LevelBound(high: numbers[0], medium: numbers[1], low: numbers[2])
        }
        return LevelBound(checked(key, value, in: range, orLevels: hasLevels))
    }

    /// The number that a value is, or 0 with a note when it is none.
    private func checked(
        _ key: String, _ value: JSONValue?, in range: ClosedRange<Double>, orLevels: Bool = false
    ) -> Double {
        let number: Double
        switch value {
        case nil: return 0
        case .integer(let value): number = Double(value)
        case .unsigned(let value): number = Double(value)
        case .number(let value): number = value
        case .some:
            let levels = orLevels ? ", or an object of one for each of \(Self.levels.joined(separator: ", "))" : ""
            return wrong(key, "must be a number" + levels, 0)
        }
        guard number.isFinite else { return wrong(key, "must be a finite number", 0) }
        guard range.contains(number) else { return wrong(key, "must be \(Self.words(range)), not \(number)", 0) }
        return number
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        if range.lowerBound == Double.leastNonzeroMagnitude { return "above 0" }
        return range.upperBound >= 1e9 ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    }
}
