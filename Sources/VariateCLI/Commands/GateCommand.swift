/// `variate gate`.
struct GateCommand: Command {
    init(_ context: CommandContext) {}

    func run() throws -> ExitCode { .internalError }
}
