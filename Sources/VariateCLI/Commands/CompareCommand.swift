/// `variate compare`.
struct CompareCommand: Command {
    init(_ context: CommandContext) {}

    func run() throws -> ExitCode { .internalError }
}
