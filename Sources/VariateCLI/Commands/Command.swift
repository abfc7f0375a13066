/// One subcommand: it reads its options when it is made, and does its work in `run`.
protocol Command: Sendable {
    init(_ context: CommandContext) throws
    /// Does the work and says how it went; failures of single files are reported on the way.
    func run() async throws -> ExitCode
}
