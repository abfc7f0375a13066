import Variate

/// `variate completions SHELL`.
struct CompletionsCommand: Command {
    private let shell: Shell
    private let context: CommandContext

    init(_ context: CommandContext) throws {
        self.context = context
        let word = context.operands.first ?? ""
        guard let shell = Shell(rawValue: word) else {
            let words = Shell.allCases.map(\.rawValue)
            let suggestion = Suggestion.nearest(to: word, among: words)
            throw UsageError.invalidValue(
                source: "SHELL", problem: .notAllowed(allowed: words, found: word, suggestion: suggestion),
                command: context.command.name)
        }
        self.shell = shell
    }

    func run() throws -> ExitCode {
        switch shell {
        case .bash: try context.console.write(BashCompletion.script(for: context.table))
        case .zsh: try context.console.write(ZshCompletion.script(for: context.table))
        case .fish: try context.console.write(FishCompletion.script(for: context.table))
        }
        return .success
    }
}
