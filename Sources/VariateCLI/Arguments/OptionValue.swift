import Foundation
import Variate

/// A value that has passed its option's own checks.
enum OptionValue: Sendable, Equatable {
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([String])

    /// The value as a user would write it.
    var text: String {
        switch self {
        case .flag(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : String(value)
        case .text(let value): value
        case .list(let values): values.joined(separator: ",")
        }
    }
}

/// Why a text is no value of an option.
enum ValueProblem: Error, Sendable, Equatable {
    /// It should be a whole number, a number, `true` or `false`, an address: `expected` says which.
    case malformed(expected: String, found: String)
    case outOfRange(allowed: String, found: String)
    case notAllowed(allowed: [String], found: String, suggestion: String?)
    case empty
}

extension OptionSpecification {
    /// The value that a text stands for.
    func parse(_ text: String) throws(ValueProblem) -> OptionValue {
        switch kind {
        case .flag: try parseFlag(text)
        case .integer(let range): try parseInteger(text, range)
        case .number(let range): try parseNumber(text, range)
        case .text: .text(text)
        case .url: try parseAddress(text)
        case .file, .directory: try parsePath(text)
        case .choice(let words): .text(try parseWord(text, words))
        case .choices(let words): .list(try parseWords(text, words))
        case .wordOrFile(let words): .text(try parseWordOrPath(text, words))
        case .assignments: .list(try parseAssignments(text))
        }
    }

    /// The allowed range in words, for example `1 to 64`; nil for other kinds.
    var rangeText: String? {
        switch kind {
        case .integer(let range):
            range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
        case .number(let range):
            "\(OptionValue.number(range.lowerBound).text) to \(OptionValue.number(range.upperBound).text)"
        case .flag, .text, .url, .file, .directory, .choice, .choices, .wordOrFile, .assignments:
            nil
        }
    }

    private func parseFlag(_ text: String) throws(ValueProblem) -> OptionValue {
        switch text.lowercased() {
        case "true", "yes", "on", "1": .flag(true)
        case "false", "no", "off", "0": .flag(false)
        default: throw .malformed(expected: "true or false", found: text)
        }
    }

    private func parseInteger(_ text: String, _ range: ClosedRange<Int>) throws(ValueProblem) -> OptionValue {
        let allowed = rangeText ?? ""
        guard let value = Int(text) else {
            let digits = text.drop { $0 == "-" || $0 == "+" }
            let isTooLong = !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
            throw isTooLong
                ? .outOfRange(allowed: allowed, found: text)
                : .malformed(expected: "a whole number, \(allowed)", found: text)
        }
        guard range.contains(value) else { throw .outOfRange(allowed: allowed, found: text) }
        return .integer(value)
    }

    private func parseNumber(_ text: String, _ range: ClosedRange<Double>) throws(ValueProblem) -> OptionValue {
        let allowed = rangeText ?? ""
        let isDecimal = text.allSatisfy { "0123456789+-.eE".contains($0) }
        guard isDecimal, let value = Double(text) else {
            throw .malformed(expected: "a number, \(allowed)", found: text)
        }
        guard range.contains(value) else { throw .outOfRange(allowed: allowed, found: text) }
        return .number(value)
    }

    private func parseAddress(_ text: String) throws(ValueProblem) -> OptionValue {
        let expected = "an http or https address without user name and password"
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.scheme == "http" || parts.scheme == "https", parts.user == nil, parts.password == nil
        else {
            // What was written may hold a password: it is not repeated.
            throw .malformed(expected: expected, found: text.contains("@") ? "one with them" : text)
        }
        return .text(text)
    }

    private func parsePath(_ text: String) throws(ValueProblem) -> OptionValue {
        if text.isEmpty { throw .empty }
        return .text(text)
    }

    private func parseWord(_ text: String, _ words: [String]) throws(ValueProblem) -> String {
        guard let word = words.first(where: { $0.lowercased() == text.lowercased() }) else {
            throw .notAllowed(allowed: words, found: text, suggestion: Suggestion.nearest(to: text, among: words))
        }
        return word
    }

    private func parseWordOrPath(_ text: String, _ words: [String]) throws(ValueProblem) -> String {
        if let word = words.first(where: { $0.lowercased() == text.lowercased() }) { return word }
        if text.contains(where: { $0 == "/" || $0 == "." }) { return text }
        throw .notAllowed(
            allowed: words + ["the path of a file"], found: text, suggestion: Suggestion.nearest(to: text, among: words)
        )
    }

    private func parseAssignments(_ text: String) throws(ValueProblem) -> [String] {
        var found: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let assignment = part.trimmingCharacters(in: .whitespaces)
            guard Assignment(assignment) != nil else {
                throw .malformed(expected: "METRIC=BOUND, for example similarity=0.25", found: text)
            }
            found.append(assignment)
        }
        return found
    }

    private func parseWords(_ text: String, _ words: [String]) throws(ValueProblem) -> [String] {
        var found: [String] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = try parseWord(part.trimmingCharacters(in: .whitespaces), words)
            if !found.contains(word) { found.append(word) }
        }
        return found
    }
}
