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

    /// The error's one line, without a line break. Line breaks and control characters in names are escaped, so that no
    /// file name can write to the terminal.
    var line: String {
        let text = advice.isEmpty ? "\(subject): \(message)" : "\(subject): \(message); \(advice)"
        return "variate: " + text.escapingControlCharacters
    }
}

extension String {
    /// The text with control characters written as `\n`, `\t` or `\u{1b}`.
    var escapingControlCharacters: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case _ where scalar.properties.generalCategory == .control:
                escaped += "\\u{\(String(scalar.value, radix: 16))}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
