import Foundation

/// A labelled set of candidates on disk: a folder with `cases.jsonl` and the pictures that it names.
public struct GateCorpus: Sendable {
    /// The folder.
    public let directory: String
    /// The cases, in the order of the list. Paths that are not absolute are taken from the folder.
    public let cases: [CorpusCase]

    /// A corpus of the given cases.
    public init(directory: String, cases: [CorpusCase]) {
        self.directory = directory
        self.cases = cases
    }

    /// Reads the list of a folder, of one half or of both.
    /// - Throws: when there is no list, when a line is no case, and when no case is left.
    public init(directory: String, half: SceneHalf? = nil) throws(GateCorpusError) {
        let path = directory.hasSuffix("/") ? "\(directory)cases.jsonl" : "\(directory)/cases.jsonl"
        let lines: [Data.SubSequence]
        do {
            lines = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
        } catch {
            let reason = FileManager.default.fileExists(atPath: path) ? "no permission" : "there is no such file"
            throw .unreadable(path: path, reason: reason)
        }
        var cases: [CorpusCase] = []
        let decoder = JSONDecoder()
        for (index, line) in lines.enumerated() {
            do {
                var found = try decoder.decode(CorpusCase.self, from: Data(line))
                found.resolvePaths(in: directory)
                if half == nil || half == found.half { cases.append(found) }
            } catch {
                throw .malformed(path: path, line: index + 1, reason: Self.describe(error))
            }
        }
        if cases.isEmpty { throw .empty(path: path) }
        self.init(directory: directory, cases: cases)
    }

    /// The cases of each source, as indices, in the order of their first case.
    var groups: [[Int]] {
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, found) in cases.enumerated() {
            if members[found.sourceID] == nil { order.append(found.sourceID) }
            members[found.sourceID, default: []].append(index)
        }
        return order.compactMap { members[$0] }
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            context.codingPath.last.map { "\($0.stringValue) has no such value" } ?? "not a JSON object"
        default: "not a JSON object"
        }
    }
}

extension CorpusCase {
    /// Takes relative paths from a folder.
    fileprivate mutating func resolvePaths(in directory: String) {
        func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(directory)/\(path)" }
        source = absolute(source)
        previous = previous.map(absolute)
        candidate = absolute(candidate)
    }
}
