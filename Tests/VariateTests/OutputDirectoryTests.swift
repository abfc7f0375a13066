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
        try output.write(
            report: report, html: [], delivered: result.delivered.compactMap(\.path),
            isComplete: result.isComplete)
        output.finish()
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
            let path = try #require(variation.path)
            let file = try #require(try DurableFile.read(path))
            #expect(SHA256Digest(of: file).description.hasPrefix(variation.imageID))
            #expect(variation.bytes.isEmpty)
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
            try OutputDirectory(path: directory, stem: "dog").prepare(run: "a third")
        }
    }

    @Test func forceRemovesOnlyWhatTheReportBeforeLists() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = OutputDirectory(path: directory, stem: "cat")
        try first.prepare(run: "none")
        _ = try await run(first, count: 3)
        for name in ["cat-07.jpg", "cat-1.jpg", "cat-20230101.jpg", "cat-04.txt", "other-01.jpg"] {
            try DurableFile.write([1], to: "\(directory)/\(name)")
        }
        let output = OutputDirectory(path: directory, stem: "cat", force: true)
        try output.prepare(run: "new")
        _ = try await run(output, count: 1, seed: 5)
        #expect(
            DurableFile.names(in: directory) == [
                "cat-01.jpg", "cat-04.txt", "cat-07.jpg", "cat-1.jpg", "cat-20230101.jpg", "other-01.jpg",
                "report.html",
                "report.json",
            ])
    }

    @Test func aShorterRerunLeavesEarlierFilesAlone() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let output = OutputDirectory(path: directory, stem: "cat")
        try output.prepare(run: "none")
        let result = try await run(output, count: 2)
        let paths = result.delivered.compactMap(\.path)
        let files = try paths.map { try DurableFile.read($0) }
        // The same run again, ended before it delivered anything.
        try output.prepare(run: result.run)
        let report = Array(try JSONText.document(RunReport(result, source: try Samples.small())).utf8)
        try output.write(report: report, html: [], delivered: [], isComplete: false)
        #expect(try paths.map { try DurableFile.read($0) } == files)
        #expect(files.count == 2)
    }

    @Test func aFileThatWasChangedSinceIsNotReplaced() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let output = OutputDirectory(path: directory, stem: "cat")
        try output.prepare(run: "none")
        let result = try await run(output)
        try DurableFile.write([7], to: "\(directory)/cat-01.jpg")
        try output.prepare(run: result.run)
        let again = try await run(output)
        #expect(again.stopReason == .output)
        #expect(again.delivered.isEmpty && again.failures.first?.failure.kind == .output)
        #expect(try DurableFile.read("\(directory)/cat-01.jpg") == [7])
        // A run that would bring other bytes does not meet its own files.
        #expect(throws: OutputDirectory.Problem.self) { try output.prepare(run: result.run, isRepeatable: false) }
    }

    @Test func longStemsAreCut() async throws {
        let directory = Samples.temporaryDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let output = OutputDirectory(path: directory, stem: String(repeating: "é", count: 140))
        #expect(output.stem.utf8.count == 200)
        try output.prepare(run: "none")
        #expect(try await run(output, count: 1).isComplete)
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
