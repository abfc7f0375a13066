import Foundation
import Variate

/// One line of the gate's input: `{"id"?, "source", "previous"?, "candidate"}`.
struct GateCase: Decodable {
    let id: JSONValue?
    let source: String
    let previous: [String]?
    let candidate: String

    /// A line of output.
    struct Answer {
        let text: String
        let isFailure: Bool
    }

    /// What could be read of a line that is no case.
    private struct Identity: Decodable {
        let id: JSONValue?
    }

    /// The verdict on a line, or its error under the same id; without an id the line's number says which it was.
    static func answer(to line: InputLine, gate: QualityGate, features: inout FeatureCache) -> Answer {
        var id: JSONValue?
        do {
            if line.isTooLong { throw CommandFailure(subject: "line", message: "too long") }
            let data = Data(line.bytes)
            id = try? JSONDecoder().decode(Identity.self, from: data).id
            let testCase = try JSONDecoder().decode(GateCase.self, from: data)
            let source = try features.features(of: testCase.source)
            let previous = try (testCase.previous ?? []).map { try features.features(of: $0) }
            let candidate = try features.features(of: testCase.candidate)
            let judgement = Judgement(id: id, gate: gate, candidate: candidate, source: source, previous: previous)
            return Answer(text: try JSONText.line(judgement), isFailure: false)
        } catch {
            let name = id.map { JSONValue.Member("id", $0) } ?? .init("line", .integer(line.number))
            let text = JSONValue.object([name, .init("error", .text(describe(error)))]).compactText
            return Answer(text: text, isFailure: true)
        }
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case let failure as CommandFailure:
            "\(failure.subject): \(failure.message)"
        case DecodingError.keyNotFound(let key, _):
            "\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            context.codingPath.isEmpty
                ? "not a JSON object"
                : "\(context.codingPath[0].stringValue) is of the wrong type; paths are strings, previous is a list"
        case is DecodingError:
            "not JSON"
        default:
            String(describing: error)
        }
    }
}
