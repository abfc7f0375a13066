/// An error as the user meets it: `variate: subject: what happened; what to do`.
struct CommandFailure: Error, Sendable, Equatable {
    /// The file, option or setting.
    var subject: String
    /// What happened.
    var message: String
    /// What to do about it; empty when there is nothing.
    var advice: String
    var exitCode: ExitCode

    init(subject: String, message: String, advice: String = "", exitCode: ExitCode = .usage) {
        self.subject = subject
        self.message = message
        self.advice = advice
        self.exitCode = exitCode
    }

    /// The error's one line, without a line break at its end. It is escaped where it is shown.
    var line: String {
        "variate: \(subject): \(message)" + (advice.isEmpty ? "" : "; \(advice)")
    }
}
