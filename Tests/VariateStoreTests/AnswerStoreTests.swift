import Foundation
import Testing

@testable import VariateStore

@Suite struct AnswerStoreTests {
    let directory = FileManager.default.temporaryDirectory.path + "/variate-store-\(UUID().uuidString)"

    @Test func whatIsStoredComesBack() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try AnswerStore(directory: directory)
        let key = SHA256Digest(of: "request")
        #expect(try store.answer(for: key) == nil)
        let answer = AnswerStore.Answer(metadata: Array("{}".utf8), body: (0...255).map { UInt8($0) })
        try store.store(answer, for: key)
        #expect(try store.answer(for: key) == answer)
        #expect(try AnswerStore(directory: directory).answer(for: key) == answer)
        #expect(try store.answer(for: SHA256Digest(of: "another")) == nil)
    }

    @Test func aDamagedAnswerIsAMissAndSetAside() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try AnswerStore(directory: directory)
        let key = SHA256Digest(of: "request")
        let path = "\(directory)/answers/\(key.description.prefix(2))/\(key)"
        try store.store(.init(metadata: [1], body: [2, 3, 4]), for: key)
        let whole = try #require(try DurableFile.read(path))
        for damaged in [Array(whole.dropLast()), whole + [0], whole.dropLast() + [99], [], Array("nonsense\n".utf8)] {
            try DurableFile.write(damaged, to: path)
            #expect(try store.answer(for: key) == nil)
            #expect(try DurableFile.read("\(directory)/quarantine/\(key)") == damaged)
            #expect(try DurableFile.read(path) == nil)
        }
    }

    @Test func emptyAnswersAreAnswers() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let store = try AnswerStore(directory: directory)
        let key = SHA256Digest(of: "")
        try store.store(.init(metadata: [], body: []), for: key)
        #expect(try store.answer(for: key) == .init(metadata: [], body: []))
    }
}
