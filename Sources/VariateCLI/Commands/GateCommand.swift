import Variate
import VariateCodecs

/// `variate gate --input LINES.jsonl`: judges a stream of cases, in order, past those that cannot be judged.
struct GateCommand: Command {
    private let context: CommandContext
    private let gate: QualityGate
    private let input: String

    init(_ context: CommandContext) throws {
        self.context = context
        gate = QualityGate(
            profile: try GateProfile(context.settings), level: try context.settings.required(Options.quality),
            allowsMirror: context.settings[Options.allowMirror])
        guard let input = context.settings[Options.input] else {
            throw UsageError.missingOperand(Options.input.specification.flag, command: context.command.name)
        }
        self.input = input
    }

    func run() throws -> ExitCode {
        var reader = try LineReader(path: input)
        var features = FeatureCache(loader: ImageLoader(context), gate: gate)
        var code = ExitCode.success
        while let line = try reader.next() {
            try Task.checkCancellation()
            if context.console.isOutputClosed { break }
            if line.isBlank { continue }
            let answer = GateCase.answer(to: line, gate: gate, features: &features)
            if answer.isFailure { code = .usage }
            try context.console.print(answer.text)
        }
        return code
    }
}
