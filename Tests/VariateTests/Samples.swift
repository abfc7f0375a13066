import Foundation
import Testing
import VariateCodecs
import VariateImaging

@testable import Variate

/// The photographs of the repository, for tests.
enum Samples {
    /// The repository's root.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Paths of the sample photographs, sorted.
    static func paths() throws -> [String] {
        let directory = "\(root)/benchmarks/samples"
        return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            .filter { $0.hasSuffix(".jpg") || $0.hasSuffix(".png") || $0.hasSuffix(".webp") }
            .map { "\(directory)/\($0)" }
    }

    /// One photograph, reduced so that a test takes little time.
    static func small(_ name: String = "cat.png", side: Int = 384) throws -> SourceImage {
        let source = try SourceImage(contentsOf: "\(root)/benchmarks/samples/\(name)")
        let image = source.image.fitted(toLongestSide: side)
        return SourceImage(
            path: source.path, bytes: source.bytes,
            decoded: .init(image: image, format: source.format, hasAlpha: source.hasAlpha))
    }

    /// An empty directory of the test's own; the caller removes it.
    static func temporaryDirectory() -> String {
        FileManager.default.temporaryDirectory.path + "/variate-test-\(UUID().uuidString)"
    }
}
