import Foundation

/// `variate doctor`: every setting with its origin, and whether everything is ready.
struct DoctorCommand: Command {
    private let context: CommandContext
    private let asJSON: Bool

    init(_ context: CommandContext) {
        self.context = context
        asJSON = context.settings.isSet(Options.json)
    }

    func run() throws -> ExitCode {
        let diagnosis = try Diagnosis(context)
        try context.console.write(asJSON ? diagnosis.json + "\n" : diagnosis.text)
        return diagnosis.isUsable ? .success : diagnosis.exitCode
    }
}
