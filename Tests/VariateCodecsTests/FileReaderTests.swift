import Foundation
import Testing

@testable import VariateCodecs

@Suite final class FileReaderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "variate-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func path(_ name: String) -> String { folder + "/" + name }

    private func write(_ bytes: [UInt8], to name: String) -> String {
        #expect(FileManager.default.createFile(atPath: path(name), contents: Data(bytes)))
        return path(name)
    }

    private func reason(_ path: String) -> String? {
        do {
            _ = try ImageDecoder.decode(contentsOf: path)
            return nil
        } catch .unreadable(let named, let reason) {
            #expect(named == path)
            return reason
        } catch {
            return "\(error)"
        }
    }

    @Test func wholeFilesAreRead() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let file = write(bytes, to: "bytes")
        #expect(try FileReader.read(file, maximumBytes: 100_000) == bytes)
        #expect(throws: CodecError.exceedsLimit("the size of the file in bytes", found: 100_000, allowed: 99_999)) {
            try FileReader.read(file, maximumBytes: 99_999)
        }
    }

    @Test func theNameDoesNotMatterAndLinksAreFollowed() throws {
        let file = write(try Fixture.bytes("lossy.webp"), to: "called.png")
        try FileManager.default.createSymbolicLink(atPath: path("link.jpg"), withDestinationPath: file)
        #expect(try ImageDecoder.decode(contentsOf: file).format == .webp)
        #expect(try ImageDecoder.decode(contentsOf: path("link.jpg")).format == .webp)
    }

    @Test func whatIsNotARegularFileIsNamed() throws {
        #expect(reason(path("missing.png")) == "there is no such file")
        #expect(reason(folder) == "it is a directory")
        #expect(mkfifo(path("fifo.png"), 0o600) == 0)
        #expect(reason(path("fifo.png")) == "it is a FIFO")
        #expect(reason("/dev/null") == "it is not a regular file")
        #expect(reason(write([1], to: "file") + "/inside") == "a part of its path is not a directory")
        try FileManager.default.createSymbolicLink(atPath: path("circle"), withDestinationPath: path("circle"))
        #expect(reason(path("circle")) == "its symbolic links lead in a circle")
        #expect(reason(path(String(repeating: "x", count: 300))) == "its name is too long")
        #expect(reason("") == "not a file name")
        #expect(reason(path("a\0b")) == "not a file name")
    }

    @Test func permissionIsNeeded() {
        let file = write([1, 2, 3], to: "secret.png")
        #expect(chmod(file, 0) == 0)
        // The superuser reads everything, and then finds no picture.
        #expect(reason(file) == (geteuid() == 0 ? "\(CodecError.unrecognized)" : "no permission"))
    }

    @Test func anEmptyFileIsSaidToBeEmpty() {
        let file = write([], to: "empty.png")
        #expect(throws: CodecError.empty) { try ImageDecoder.decode(contentsOf: file) }
    }

    @Test func limitsHoldForFilesThatAreNeverRead() throws {
        let file = write([], to: "sparse.png")
        #expect(truncate(file, 1 << 40) == 0)
        #expect(throws: CodecError.exceedsLimit("the size of the file in bytes", found: 1 << 40, allowed: 256 << 20)) {
            try ImageDecoder.decode(contentsOf: file)
        }
    }
}
