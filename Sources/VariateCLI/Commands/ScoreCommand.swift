import Variate
import VariateCodecs

/// `variate score CANDIDATE… --source IMAGE`: one verdict a candidate.
struct ScoreCommand: Command {
    private let context: CommandContext
    private let loader: ImageLoader
    private let gate: QualityGate
    private let source: String

    init(_ context: CommandContext) throws {
        self.context = context
        loader = ImageLoader(context)
        gate = QualityGate(
            profile: try GateProfile(context.settings), level: try context.settings.required(Options.quality),
            allowsMirror: context.settings[Options.allowMirror])
        guard let source = context.settings[Options.source] else {
            throw UsageError.missingOperand(Options.source.specification.flag, command: context.command.name)
        }
        self.source = source
    }

    func run() throws -> ExitCode {
        let sourceFeatures = gate.features(of: try loader.load(source).image)
        let previous = try (context.settings[Options.previous] ?? []).map {
            gate.features(of: try loader.load($0).image)
        }
        let asJSON = context.settings.isSet(Options.json)
        return try FileWork(console: context.console).forEach(context.operands) { path in
            let candidate = gate.features(of: try loader.load(path).image)
            let judgement = Judgement(
                path: path, gate: gate, candidate: candidate, source: sourceFeatures, previous: previous)
            if asJSON {
                try context.console.print(JSONText.line(judgement))
            } else {
                for line in Self.lines(judgement, path: path) { try context.console.print(line) }
            }
        }
    }

    /// For example `accept  0.83  a.png`, and a line for each reason against it.
    private static func lines(_ judgement: Judgement, path: String) -> [String] {
        let overall = judgement.metrics.values["overall_quality"]?.text(decimals: 2) ?? "-"
        let verdict = judgement.accept ? "accept" : judgement.duplicate ? "repeat" : "reject"
        return ["\(verdict)  \(overall)  \(path.escapingControlCharacters)"]
            + judgement.reasons.map { reason in
                let value = reason.value.text(decimals: 3)
                return "          \(reason.advice) (\(reason.metric) \(value), bound \(reason.bound.text(decimals: 3)))"
            }
    }
}
