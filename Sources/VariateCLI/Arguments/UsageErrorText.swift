extension CommandFailure {
    /// Puts a usage error into words; the exit code is always 2.
    init(_ error: UsageError) {
        switch error {
        case .unknownOption(let option, let suggestion, let command):
            self.init(
                subject: option, message: "no such option", advice: Self.meant(suggestion, else: Self.see(command)))
        case .unknownCommand(let word, let suggestion):
            self.init(
                subject: word, message: "neither a command nor a file",
                advice: Self.meant(suggestion, else: "see variate --help"))
        case .reservedCommand(let name):
            self.init(subject: name, message: "not available in this version yet", advice: "see variate --help")
        case .missingValue(let option, let next):
            let advice = next.map { "if the value is meant to begin with a dash, write \(option.flag)=\($0)" }
            self.init(
                subject: option.flag, message: "needs a value",
                advice: advice ?? "write \(option.flag) \(option.valueName)")
        case .unexpectedValue(let flag):
            self.init(subject: flag, message: "takes no value", advice: "write \(flag) alone")
        case .invalidValue(let source, let problem, let command):
            self.init(source: source, problem: problem, command: command)
        case .missingOperand(let name, let command):
            self.init(subject: command, message: "\(name) is missing", advice: Self.see(command))
        case .extraOperand(let word, let command):
            self.init(subject: word, message: "one argument too many for \(command)", advice: Self.see(command))
        case .conflict(let first, let second):
            self.init(subject: first, message: "cannot be used with \(second)", advice: "choose one of them")
        case .secret(let source):
            self.init(
                subject: source, message: "keys are never taken from options or files",
                advice: "set GOOGLE_API_KEY or GEMINI_API_KEY in the environment")
        case .unreadableConfiguration(let path, let reason):
            self.init(subject: path, message: reason, advice: "correct or remove the file")
        }
    }

    private init(source: String, problem: ValueProblem, command: String?) {
        let see = command.map { Self.see($0) } ?? "correct it there"
        switch problem {
        case .malformed(let expected, let found):
            self.init(subject: source, message: "must be \(expected), not '\(found)'", advice: see)
        case .outOfRange(let allowed, let found):
            self.init(subject: source, message: "must be \(allowed), not \(found)", advice: see)
        case .notAllowed(let allowed, let found, let suggestion):
            self.init(
                subject: source, message: "must be \(Self.alternatives(allowed)), not '\(found)'",
                advice: Self.meant(suggestion, else: see))
        case .empty:
            self.init(subject: source, message: "must not be empty", advice: see)
        }
    }

    private static func see(_ command: String) -> String { "see variate \(command) --help" }

    private static func meant(_ suggestion: String?, else advice: String) -> String {
        suggestion.map { "did you mean \($0)?" } ?? advice
    }

    /// For example `high, medium or low`.
    private static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
