import Variate

/// `variate help [COMMAND]`.
struct HelpCommand: Command {
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    func run() throws -> ExitCode {
        let help = HelpText(table: context.table)
        guard let name = context.operands.first else {
            try context.console.write(help.overview)
            return .success
        }
        guard let command = context.table.command(named: name) else {
            if context.table.reserved.contains(name) { throw UsageError.reservedCommand(name) }
            let suggestion = Suggestion.nearest(to: name, among: context.table.commands.map(\.name))
            throw UsageError.unknownCommand(name, suggestion: suggestion)
        }
        try context.console.write(help.text(for: command))
        return .success
    }
}
