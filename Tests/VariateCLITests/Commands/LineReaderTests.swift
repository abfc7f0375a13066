import Foundation
import Testing

@testable import VariateCLI

@Suite struct LineReaderTests {
    @Test(arguments: [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("a\r\nb\n", ["a\r", "b"]),
    ])
    func splitsAtLineBreaks(_ text: String, _ expected: [String]) throws {
        #expect(try lines(of: Data(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
    }

    @Test func numbersLinesFromOne() throws {
        #expect(try lines(of: Data("a\n\nb".utf8)).map(\.number) == [1, 2, 3])
    }

    @Test func linesMayBeLongerThanAPipe() throws {
        let long = Data(repeating: 0x61, count: 300_000)
        let found = try lines(of: long + Data("\nb\n".utf8))
        #expect(found.map(\.bytes.count) == [300_000, 1])
        #expect(found.allSatisfy { !$0.isTooLong })
    }

    @Test func whatIsTooLongIsCutAndTheNextLineIsWhole() throws {
        let long = Data(repeating: 0x61, count: LineReader.longestLine + 5)
        let found = try lines(of: long + Data("\nb".utf8))
        #expect(found.map(\.isTooLong) == [true, false])
        #expect(found.map(\.bytes.count) == [LineReader.longestLine, 1])
    }

    @Test(arguments: [
        ("/nonexistent/lines", "there is no such file"), ("/", "it is a directory"),
        // Memory that no process may have: the first page.
        ("/proc/self/mem", "Input/output error"),
    ])
    func whatCannotBeReadIsAFailure(_ path: String, _ reason: String) {
        let failure = #expect(throws: CommandFailure.self) {
            var reader = try LineReader(path: path)
            while try reader.next() != nil {}
        }
        #expect(failure?.message == "cannot be read: \(reason)")
        #expect(failure?.subject == path && failure?.exitCode == .usage)
    }

    @Test func blankLinesAreKnown() {
        #expect(InputLine(number: 1, bytes: Array(" \t\r".utf8), isTooLong: false).isBlank)
        #expect(!InputLine(number: 1, bytes: Array(" {}".utf8), isTooLong: false).isBlank)
    }

    private func lines(of data: Data) throws -> [InputLine] {
        let path = NSTemporaryDirectory() + "lines-\(UUID().uuidString)"
        try data.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var reader = try LineReader(path: path)
        var found: [InputLine] = []
        while let line = try reader.next() { found.append(line) }
        return found
    }
}
