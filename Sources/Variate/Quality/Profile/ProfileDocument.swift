import Foundation

/// The JSON of a profile before it is checked: parsed, put on top of the profile it extends, changed in single numbers.
enum ProfileDocument {
    /// Parses a text.
    static func parse(_ json: [UInt8]) throws(GateProfileError) -> JSONValue {
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(json))
        } catch let error as DecodingError {
            throw GateProfileError(message: "not JSON" + reason(error))
        } catch {
            throw GateProfileError(message: "not JSON")
        }
    }

    /// The extending document's members on those of the extended one: objects are joined, thresholds replaced whole.
    ///
    /// A figure says what was measured with the numbers beside it, so it goes where one of them is replaced.
    static func merging(_ extending: JSONValue, onto base: JSONValue) -> JSONValue {
        guard case .object(let changes) = extending, case .object(var members) = base else { return extending }
        var replacesNumber = false
        for change in changes {
            guard let index = members.firstIndex(where: { $0.name == change.name }) else {
                members.append(change)
                continue
            }
            if isThreshold(members[index].value) {
                members[index].value = change.value
                replacesNumber = true
            } else {
                members[index].value = merging(change.value, onto: members[index].value)
            }
        }
        if replacesNumber, !changes.contains(where: { $0.name == ProfileSection.figureKey }) {
            members.removeAll { $0.name == ProfileSection.figureKey }
        }
        return .object(members)
    }

    /// The document with one number replaced, or added where the path leads to an object.
    static func setting(_ path: some Collection<String>, to number: Double, in document: JSONValue) -> JSONValue {
        let change = path.reversed().reduce(JSONValue.number(number)) { inner, key in
            .object([JSONValue.Member(key, inner)])
        }
        return merging(change, onto: document)
    }

    /// The value of a member, where the document is an object that has it.
    static func member(_ key: String, of document: JSONValue) -> JSONValue? {
        guard case .object(let members) = document else { return nil }
        return members.first { $0.name == key }?.value
    }

    /// The document without a member.
    static func removing(_ key: String, from document: JSONValue) -> JSONValue {
        guard case .object(let members) = document else { return document }
        return .object(members.filter { $0.name != key })
    }

    /// The document without the sentences that decide nothing, at any depth.
    static func withoutRemarks(_ document: JSONValue) -> JSONValue {
        guard case .object(let members) = document else { return document }
        let remarks = [ProfileSection.figureKey, GateProfile.Key.description]
        let kept = members.filter { !remarks.contains($0.name) }
        let inner = kept.map { JSONValue.Member($0.name, withoutRemarks($0.value)) }
        // A number is the same number with and without its figure.
        if inner.count == 1, inner[0].name == ProfileSection.valueKey { return inner[0].value }
        return .object(inner)
    }

    /// Whether a value is one threshold: a number, numbers for each level, or either with a figure.
    private static func isThreshold(_ value: JSONValue) -> Bool {
        switch value {
        case .integer, .unsigned, .number: return true
        case .object(let members):
            let keys = Set(members.map(\.name))
            return keys.contains(ProfileSection.valueKey) || keys == Set(QualityLevel.allCases.map(\.rawValue))
        case .null, .flag, .text, .array: return false
        }
    }

    /// Where the parser stopped, where it says so.
    private static func reason(_ error: DecodingError) -> String {
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found), .typeMismatch(_, let found), .valueNotFound(_, let found),
            .keyNotFound(_, let found):
            context = found
        @unknown default: return ""
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        if !path.isEmpty { return ": \(path) is no value that can be read" }
        let details = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"]
        return details.map { ": \($0)" } ?? ""
    }
}
