import Foundation
import Testing

@testable import VariateBenchmarks

@Suite struct GateCorpusTests {
    private static func corpus(_ lines: String) throws -> String {
        let directory = FileManager.default.temporaryDirectory.path + "/variate-corpus-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try lines.write(toFile: "\(directory)/cases.jsonl", atomically: true, encoding: .utf8)
        return directory
    }

    private static let line =
        #"{"id":"1","sid":"s","scene":"abc","kind":"night","label":"dup","type":"shift","source":"s.png","candidate":"/c.png","#
        + #""previous":["p.png"],"arguable":true,"twin_of":"0","half":"a"}"#

    @Test func readsEverythingOfALine() throws {
        let directory = try Self.corpus(Self.line + "\n")
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let found = try #require(try GateCorpus(directory: directory).cases.first)
        #expect(found.id == "1" && found.sourceID == "s" && found.kind == "night" && found.type == "shift")
        #expect(found.label == .duplicate && found.half == .a && found.isArguable && found.twinOf == "0")
        #expect(found.source == "\(directory)/s.png" && found.previous == ["\(directory)/p.png"])
        #expect(found.candidate == "/c.png")
    }

    @Test func fillsInWhatIsMissing() throws {
        let directory = try Self.corpus(
            #"{"label":"good","type":"warm","source":"/s.png","candidate":"/c.png"}"# + "\n"
                + #"{"label":"weak","type":"blur","source":"/s.png","candidate":"/d.png","sid":"abc"}"#)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let found = try GateCorpus(directory: directory).cases
        #expect(found[0].id == "/c.png" && found[0].sourceID == "/s.png" && found[0].kind == "photo")
        #expect(found[0].half == SceneHalf(scene: "/s.png") && found[1].half == .b)
        #expect(found[0].previous.isEmpty && !found[0].isArguable && found[0].twinOf == nil)
    }

    @Test func keepsOneHalf() throws {
        let other = Self.line.replacing(#""half":"a""#, with: #""half":"b""#)
        let directory = try Self.corpus([Self.line, other, other].joined(separator: "\n"))
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(try GateCorpus(directory: directory).cases.count == 3)
        #expect(try GateCorpus(directory: directory, half: .a).cases.count == 1)
        #expect(try GateCorpus(directory: directory, half: .b).cases.count == 2)
        #expect(try GateCorpus(directory: directory).groups == [[0, 1, 2]])
    }

    @Test(arguments: [
        ("{}", "source is missing"), ("nothing", "not a JSON object"),
        (#"{"label":"fine","type":"a","source":"s","candidate":"c"}"#, "label has no such value"),
    ])
    func saysWhichLineIsWrong(line: String, reason: String) throws {
        let directory = try Self.corpus(Self.line + "\n" + line)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let path = "\(directory)/cases.jsonl"
        #expect(throws: GateCorpusError.malformed(path: path, line: 2, reason: reason)) {
            try GateCorpus(directory: directory)
        }
    }

    @Test func aFolderWithoutCasesIsNoCorpus() throws {
        #expect(throws: GateCorpusError.unreadable(path: "/nowhere/cases.jsonl", reason: "there is no such file")) {
            try GateCorpus(directory: "/nowhere/")
        }
        let directory = try Self.corpus("\n")
        defer { try? FileManager.default.removeItem(atPath: directory) }
        #expect(throws: GateCorpusError.empty(path: "\(directory)/cases.jsonl")) {
            try GateCorpus(directory: directory)
        }
    }
}
