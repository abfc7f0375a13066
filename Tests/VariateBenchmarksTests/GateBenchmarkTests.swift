import Foundation
import Synchronization
import Testing
import Variate
import VariateCodecs
import VariateImaging

@testable import VariateBenchmarks

@Suite struct GateBenchmarkTests {
    private static let size = Size(width: 320, height: 300)

    /// A picture with edges at every scale; the seed decides where.
    private static func scene(_ seed: UInt64) -> Image {
        var generator = SplitMix64(state: seed)
        var samples = [UInt8](repeating: 255, count: size.width * size.height * 4)
        for index in 0..<400 {
            let side = index < 12 ? 130 : index < 80 ? 40 : 10
            let (left, top) = (
                Int.random(in: 0..<(size.width - side), using: &generator),
                Int.random(in: 0..<(size.height - side), using: &generator)
            )
            let colour = (0..<3).map { _ in UInt8.random(in: 20...235, using: &generator) }
            for y in top..<(top + side) {
                for x in left..<(left + side) {
                    for channel in 0..<3 { samples[(y * size.width + x) * 4 + channel] = colour[channel] }
                }
            }
        }
        return Image(size: size, samples: samples)
    }

    private static func mapped(_ image: Image, _ change: (Int, UInt8) -> UInt8) -> Image {
        Image(size: image.size, samples: image.samples.enumerated().map { $0 % 4 == 3 ? $1 : change($0 % 4, $1) })
    }

    /// Two sources, each with a recolouring, a copy, a blank picture, an arguable recolouring, and a twin of the first.
    private static func corpus(in directory: String) throws -> GateCorpus {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        var cases: [CorpusCase] = []
        for (name, half) in [("one", SceneHalf.a), ("two", .b)] {
            func write(_ kind: String, _ image: Image) throws -> String {
                let path = "\(directory)/\(name)-\(kind).png"
                try Data(ImageEncoder.encode(image, as: .png)).write(to: URL(filePath: path))
                return path
            }
            let picture = scene(half == .a ? 1 : 2)
            let recoloured = mapped(picture) { channel, value in channel == 0 ? UInt8(Int(value) / 2) : value }
            let source = try write("source", picture)
            func add(_ label: CorpusLabel, _ type: String, _ path: String, arguable: Bool = false, twin: String? = nil)
            {
                cases.append(
                    CorpusCase(
                        id: "\(name)/\(type)", sourceID: name, half: half, kind: name == "one" ? "photo" : "night",
                        label: label, type: type, isArguable: arguable, source: source, previous: [], candidate: path,
                        twinOf: twin))
            }
            add(.good, "recoloured", try write("good", recoloured))
            add(.duplicate, "copy", try write("copy", mapped(picture) { min($1, 254) + 1 }))
            add(.weak, "blank", try write("blank", Image(size: size, red: 90, green: 90, blue: 90)))
            add(.good, "doubtful", try write("doubtful", picture), arguable: true)
            add(.good, "recoloured~jpeg", try write("twin", recoloured), twin: "\(name)/recoloured")
        }
        return GateCorpus(directory: directory, cases: cases)
    }

    private static func withCorpus(_ body: (GateCorpus) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/variate-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await body(try corpus(in: directory))
    }

    @Test func figuresAddUp() async throws {
        try await Self.withCorpus { corpus in
            let told = Mutex(0)
            let report = try await GateBenchmark(gate: QualityGate()).run(corpus) { cases in
                told.withLock { $0 += cases }
            }
            #expect(told.withLock(\.self) == 10)
            #expect(report.cases == 8 && report.twinCases == 2 && report.sources == 2 && report.arguable == 2)
            #expect(report.unreadable.isEmpty)
            #expect(report.totals.map(\.name) == ["all", "a", "b"])
            let all = report.totals[0].figures
            // The arguable copies of the source are in no total.
            #expect(all.goodAccepted.count == 2 && all.goodAccepted.of == 2)
            #expect(all.duplicatesCalled.count == 2 && all.duplicatesRejected.count == 2)
            #expect(all.weakRejected.count == 2 && all.goodCalledDuplicate.count == 0)
            #expect(report.totals[1].figures.goodAccepted.of == 1)
            #expect(report.classes.map(\.type) == ["doubtful", "recoloured", "copy", "blank"])
            #expect(report.classes[0].right.count == 0 && report.classes[0].arguable == 2)
            #expect(report.classes[0].reasons.first?.metric == "source_difference")
            #expect(report.kinds.map(\.name) == ["night", "photo"])
            #expect(report.levels.map(\.name) == ["high", "medium", "low"])
            #expect(report.twins?.changed.count == 0 && report.twins?.changed.of == 2)
            #expect(report.twins?.ways.keys.sorted() == ["jpeg"])
            let literal = try #require(report.comparison.first { $0.name == "seed-literal" })
            #expect(literal.figures.goodAccepted.count == 0)
            #expect(report.metrics.contains { $0.name == "difference" && $0.discrimination.area == 1 })
            #expect(report.timing.features.median > 0)
        }
    }

    @Test func aQuickRunAsksLess() async throws {
        try await Self.withCorpus { corpus in
            let whole = try await GateBenchmark(gate: QualityGate()).run(corpus)
            let quick = try await GateBenchmark(gate: QualityGate(), isQuick: true).run(corpus)
            #expect(quick.totals[0].figures == whole.totals[0].figures)
            #expect(quick.comparison.isEmpty && quick.levels.map(\.name) == ["medium"])
            #expect(!quick.metrics.contains { $0.name == "ssim" } && whole.metrics.contains { $0.name == "ssim" })
        }
    }

    @Test func goesOnPastFilesThatCannotBeRead() async throws {
        try await Self.withCorpus { corpus in
            try Data("no picture".utf8).write(to: URL(filePath: corpus.cases[2].candidate))
            try FileManager.default.removeItem(atPath: corpus.cases[5].source)
            let report = try await GateBenchmark(gate: QualityGate(), isQuick: true).run(corpus)
            #expect(report.unreadable.map(\.cases) == [1, 5])
            #expect(report.cases == 3 && report.twinCases == 1)
            #expect(report.totals[0].figures.weakRejected.of == 0)
        }
    }

    @Test func tablesShowEveryPart() async throws {
        try await Self.withCorpus { corpus in
            let report = try await GateBenchmark(gate: QualityGate()).run(corpus)
            #expect(report.tables.count == 10)
            for table in report.tables {
                #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.title)")
                #expect(!table.rows.isEmpty)
            }
            let headline = "8 candidates of 2 pictures and 2 twins, gate calibrated at level medium; 2 have an arguable"
            #expect(report.headline.hasPrefix(headline))
            let markdown = BenchmarkTable("T", columns: ["a", "b"], rows: [["x|y", "1"]]).markdown
            #expect(markdown == "### T\n\n| a | b |\n|---|---:|\n| x\\|y | 1 |")
        }
    }
}
