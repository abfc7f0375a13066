import Foundation
import Testing
import VariateStore

@testable import Variate

@Suite struct OutputDirectoryTests {
    private func run(_ output: OutputDirectory, count: Int = 2, seed: UInt64 = 0) async throws -> VariationResult {
        let source = try Samples.small(side: 320)
        let result = await VariationProcessor(generator: LocalGenerator(), output: output)
            .run(source, VariationOptions(count: count, seed: seed))
        let report = Array(try JSONText.document(RunReport(result, source: source)).utf8)
        try output.write(report: report, html: [], delivered: result.delivered.compactMap(\.path))
        return result
    }

    @Test func writesNumberedFilesAndReplacesThoseOfTheSameRun() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let output = OutputDirectory(path: directory, stem: "cat")
        try output.prepare(run: "none")
        let result = try await run(output)
        #expect(result.delivered.compactMap(\.path) == ["\(directory)/cat-01.jpg", "\(directory)/cat-02.jpg"])
        for variation in result.delivered {
            #expect(try DurableFile.read(try #require(variation.path)) == variation.bytes)
        }
        #expect(DurableFile.names(in: directory) == ["cat-01.jpg", "cat-02.jpg", "report.html", "report.json"])
        try output.prepare(run: result.run)
    }

    @Test func refusesToOverwriteAnotherRun() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let output = OutputDirectory(path: directory, stem: "cat")
        try output.prepare(run: "none")
        _ = try await run(output)
        #expect(throws: OutputDirectory.Problem.occupied(directory: directory, example: "cat-01.jpg")) {
            try output.prepare(run: "another")
        }
        try OutputDirectory(path: directory, stem: "cat", force: true).prepare(run: "another")
        // Another stem's report is in the way all the same.
        #expect(throws: OutputDirectory.Problem.self) {
            try OutputDirectory(path: directory, stem: "dog").prepare(run: "another")
        }
    }

    @Test func forceLeavesNoFileOfTheEarlierRun() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.createDirectory(directory)
        for name in ["cat-03.jpg", "cat-1.jpg", "cat-99.txt", "cat-04.png", "other-01.jpg"] {
            try DurableFile.write([1], to: "\(directory)/\(name)")
        }
        let output = OutputDirectory(path: directory, stem: "cat", force: true)
        try output.prepare(run: "new")
        _ = try await run(output, count: 1)
        #expect(
            DurableFile.names(in: directory) == [
                "cat-01.jpg", "cat-1.jpg", "cat-99.txt", "other-01.jpg", "report.html", "report.json",
            ])
    }

    @Test func aFileInTheWayIsNamed() throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try DurableFile.write([1], to: directory)
        #expect(throws: OutputDirectory.Problem.self) {
            try OutputDirectory(path: directory, stem: "cat").prepare(run: "x")
        }
    }
}
