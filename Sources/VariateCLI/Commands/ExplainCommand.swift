import Variate

/// `variate explain REPORT [N]`: what the gate found of every candidate of a run, or everything of one. With
/// `--profile`, what a gate profile holds.
struct ExplainCommand: Command {
    private let context: CommandContext

    init(_ context: CommandContext) throws {
        self.context = context
        let isAboutProfile = context.settings[Options.profile] != nil
        if isAboutProfile, let operand = context.operands.first {
            throw UsageError.conflict(Options.profile.specification.flag, operand)
        }
        if !isAboutProfile, context.operands.isEmpty {
            throw UsageError.missingOperand("REPORT", command: context.command.name)
        }
    }

    func run() throws -> ExitCode {
        if let name = context.settings[Options.profile] {
            try context.console.write(try GateProfile(named: name, context.settings).json)
            return .success
        }
        var explanation = Explanation(try report())
        let all = explanation.candidates.map(\.candidate)
        if context.operands.count > 1 {
            let name = context.operands[1].lowercased()
            explanation.candidates = explanation.candidates.filter { $0.candidate == name }
            if explanation.candidates.isEmpty { throw unknown(context.operands[1], among: all) }
        }
        if context.settings.isSet(Options.json) {
            try context.console.write(JSONText.document(explanation))
        } else {
            let lines =
                context.operands.count > 1
                ? explanation.candidates.flatMap(ExplanationText.lines) : ExplanationText.lines(explanation)
            for line in lines { try context.console.print(line.escapingControlCharacters) }
        }
        return .success
    }

    private func report() throws(CommandFailure) -> RunReport {
        do throws(RunReportError) {
            return try RunReport(contentsOf: context.operands[0])
        } catch {
            throw CommandFailure(subject: error.path, message: error.message, advice: error.advice)
        }
    }

    private func unknown(_ name: String, among all: [String]) -> CommandFailure {
        let variations = all.filter { !$0.hasPrefix("r") }
        let rejections = all.filter { $0.hasPrefix("r") }
        let ranges = [variations, rejections].compactMap { names -> String? in
            guard let first = names.first, let last = names.last else { return nil }
            return first == last ? first : "\(first) to \(last)"
        }
        return CommandFailure(
            subject: name, message: "there is no such candidate in the report",
            advice: ranges.isEmpty ? "it has none" : "it has \(ranges.joined(separator: " and "))")
    }
}
