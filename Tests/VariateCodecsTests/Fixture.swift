import Foundation

/// The committed files of every kind; Tests/Reference/codec_files.py made them and says what they are.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/codecs")

    static let names: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func path(_ name: String) -> String { folder.appending(path: name).path }
}
