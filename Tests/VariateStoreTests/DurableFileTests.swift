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
        let orphan = "\(DurableFile.temporaryPrefix)\(dead.processIdentifier)-1-x.png"
        let living = "\(DurableFile.temporaryPrefix)1-1-y.png"
        try DurableFile.write([1], to: "\(directory)/\(orphan)")
        try DurableFile.write([1], to: "\(directory)/\(living)")
        DurableFile.removeTemporaries(in: directory)
        #expect(DurableFile.names(in: directory) == [living])
    }
}
