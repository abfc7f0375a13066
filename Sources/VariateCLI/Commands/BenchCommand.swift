import Variate
import VariateBenchmarks

/// `variate bench gate --corpus DIR`: how often the gate is right on a labelled corpus.
struct BenchCommand: Command {
    private let context: CommandContext
    private let gate: QualityGate
    private let directory: String
    private let half: SceneHalf?

    private static let suite = "gate"

    init(_ context: CommandContext) throws {
        self.context = context
        gate = QualityGate(
            profile: try GateProfile(context.settings), level: try context.settings.required(Options.quality))
        half = context.settings[Options.half].flatMap(SceneHalf.init(rawValue:))
        guard context.operands == [Self.suite] else {
            throw CommandFailure(
                subject: context.operands[0], message: "is nothing that can be measured",
                advice: "write variate bench \(Self.suite)")
        }
        guard let directory = context.settings[Options.corpus] else {
            throw UsageError.missingOperand(Options.corpus.specification.flag, command: context.command.name)
        }
        self.directory = directory
    }

    func run() async throws -> ExitCode {
        let corpus: GateCorpus
        do throws(GateCorpusError) {
            corpus = try GateCorpus(directory: directory, half: half)
        } catch {
            throw CommandFailure(subject: error.path, message: error.message, advice: error.advice)
        }
        let progress = ProgressDisplay(
            ProgressState(unit: "candidates", total: corpus.cases.count), console: context.console)
        let report = try await measure(corpus, progress)
        for file in report.unreadable {
            context.console.report(
                CommandFailure(subject: file.path, message: "\(file.reason) (\(file.cases) cases not judged)"))
        }
        if context.settings.isSet(Options.json) {
            try context.console.write(JSONText.document(report))
        } else {
            try context.console.write(text(of: report))
        }
        return report.unreadable.isEmpty ? .success : .usage
    }

    private func measure(_ corpus: GateCorpus, _ progress: ProgressDisplay) async throws -> GateBenchmarkReport {
        defer { progress.finish() }
        let benchmark = GateBenchmark(gate: gate, isQuick: context.settings.isSet(Options.quick))
        return try await benchmark.run(corpus) { cases in
            progress.update { $0.completed += cases }
        }
    }

    private func text(of report: GateBenchmarkReport) -> String {
        if context.settings.isSet(Options.markdown) {
            return ([report.headline + "."] + report.tables.map(\.markdown)).joined(separator: "\n\n") + "\n"
        }
        let tables = report.tables.map { table in
            let numeric = Set(table.columns.indices).subtracting(table.textColumns)
            let lines = TextLayout.table([table.columns] + table.rows, numeric: numeric)
            return ([table.title] + lines.map { "  " + $0 }).joined(separator: "\n")
        }
        return ([report.headline] + tables).joined(separator: "\n\n") + "\n"
    }
}
