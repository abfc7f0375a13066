/// `variate score`.
struct ScoreCommand: Command {
    init(_ context: CommandContext) {}

    func run() throws -> ExitCode { .internalError }
}
