import Variate

/// `variate generate IMAGE`.
struct GenerateCommand: Command {
    private let options: GenerateOptions
    private let context: CommandContext

    init(_ context: CommandContext) throws {
        self.context = context
        options = try GenerateOptions(context)
    }

    func run() async throws -> ExitCode {
        let backend = try BackendChoice(options.backend, environment: context.environment)
        if options.backend == .auto, backend == .local {
            context.console.notice("variate: no key is set, so the built-in generator draws")
        }
        throw CommandFailure(
            subject: "generate", message: "not available in this version yet", exitCode: .internalError)
    }
}
