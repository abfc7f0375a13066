/// What is wrong with a command line, an environment variable or a configuration file: data, put into words in one
/// place, `CommandFailure.init(_:)`.
enum UsageError: Error, Sendable, Equatable {
    case unknownOption(String, suggestion: String?, command: String)
    case unknownCommand(String, suggestion: String?)
    /// A command that a later version will have.
    case reservedCommand(String)
    /// `next` is what stood in the value's place, if anything.
    case missingValue(option: OptionSpecification, next: String?)
    case unexpectedValue(flag: String)
    /// `source` is the option, the variable, or the file and its key.
    case invalidValue(source: String, problem: ValueProblem, command: String?)
    case missingOperand(String, command: String)
    case extraOperand(String, command: String)
    case conflict(String, String)
    case secret(source: String)
    /// A configuration file that is not a JSON object of known shape.
    case unreadableConfiguration(path: String, reason: String)
}
