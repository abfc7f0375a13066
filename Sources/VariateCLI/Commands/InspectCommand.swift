/// `variate inspect`.
struct InspectCommand: Command {
    init(_ context: CommandContext) {}

    func run() throws -> ExitCode { .internalError }
}
