/// `variate dedupe`.
struct DedupeCommand: Command {
    init(_ context: CommandContext) {}

    func run() throws -> ExitCode { .internalError }
}
