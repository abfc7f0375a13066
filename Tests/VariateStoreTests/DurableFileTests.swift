import Foundation
import Testing

@testable import VariateStore

@Suite struct DurableFileTests {
    let directory = FileManager.default.temporaryDirectory.path + "/variate-file-\(UUID().uuidString)"

    @Test func writesAndReadsBack() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory("\(directory)/a/b")
        try DurableFile.write([1, 2, 3], to: "\(directory)/a/b/file")
        #expect(try DurableFile.read("\(directory)/a/b/file") == [1, 2, 3])
        #expect(DurableFile.names(in: "\(directory)/a/b") == ["file"])
        #expect(try DurableFile.read("\(directory)/absent") == nil)
    }

    @Test func doesNotReplaceUnlessTold() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory(directory)
        let path = "\(directory)/file"
        try DurableFile.write([1], to: path, replacing: false)
        #expect(throws: StoreError.self) { try DurableFile.write([2], to: path, replacing: false) }
        #expect(try DurableFile.read(path) == [1])
        try DurableFile.write([2], to: path)
        #expect(try DurableFile.read(path) == [2])
        #expect(DurableFile.names(in: directory) == ["file"])
    }

    @Test func movesToFreeNamesOnly() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory("\(directory)/there")
        let (from, to) = ("\(directory)/file", "\(directory)/there/file")
        try DurableFile.write([1], to: from)
        try DurableFile.write([2], to: to)
        #expect(throws: StoreError.self) { try DurableFile.move(from, to: to) }
        #expect(try DurableFile.read(from) == [1] && DurableFile.read(to) == [2])
        try DurableFile.remove(to)
        try DurableFile.move(from, to: to)
        #expect(try DurableFile.read(from) == nil && DurableFile.read(to) == [1])
        #expect(throws: StoreError.self) { try DurableFile.move(from, to: "\(directory)/other") }
    }

    @Test func failuresNameOperationAndFile() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory(directory)
        try DurableFile.write([1], to: "\(directory)/file")
        let error = #expect(throws: StoreError.self) { try DurableFile.createDirectory("\(directory)/file/below") }
        #expect(error?.path == "\(directory)/file")
        #expect(error?.code == ENOTDIR)
        #expect(throws: StoreError.self) { try DurableFile.read(directory) }
        #expect(throws: StoreError.self) { try DurableFile.write([1], to: "\(directory)/absent/file") }
        try DurableFile.remove("\(directory)/nothing")
    }

    @Test func sweepsWhatADeadProcessLeft() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory(directory)
        let dead = Process()
        dead.executableURL = URL(fileURLWithPath: "/bin/true")
        try dead.run()
        dead.waitUntilExit()
        let gone = dead.processIdentifier
        let orphan = DurableFile.temporaryName(process: gone, number: 1)
        let directoryName = DurableFile.temporaryName(process: gone, number: 2)
        let linkName = DurableFile.temporaryName(process: gone, number: 3)
        let strangers = [
            ".variate.json", ".variate-backup.json", ".variate-backup.tmp", ".variate-\(gone)-1-x.png",
            ".variate-\(gone)-1.tmp.png", ".variate-\(gone)-01.tmp", ".variate-\(gone).tmp", ".variate-\(gone)-.tmp",
            ".variate--\(gone)-1.tmp", ".variate-\(gone)-1-2.tmp", "variate-\(gone)-1.tmp", ".variate-0-1.tmp",
            DurableFile.temporaryName(process: 1, number: 1), DurableFile.temporaryName(process: getpid(), number: 1),
        ]
        for name in strangers + [orphan] { try DurableFile.write([1], to: "\(directory)/\(name)") }
        try DurableFile.createDirectory("\(directory)/\(directoryName)")
        try FileManager.default.createSymbolicLink(
            atPath: "\(directory)/\(linkName)", withDestinationPath: "\(directory)/.variate.json")
        DurableFile.removeTemporaries(in: directory)
        #expect(DurableFile.names(in: directory) == (strangers + [directoryName, linkName]).sorted())
    }

    @Test func namesMayBeAsLongAsTheSystemAllows() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory(directory)
        let path = "\(directory)/\(String(repeating: "n", count: Int(NAME_MAX)))"
        try DurableFile.write([1, 2], to: path)
        #expect(try DurableFile.read(path) == [1, 2])
    }

    @Test func relativeDirectoriesAreMadeWhereTheProcessIs() throws {
        let name = "variate-relative-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: name) }
        try DurableFile.createDirectory("\(name)/a")
        #expect(DurableFile.names(in: name) == ["a"])
    }
}
