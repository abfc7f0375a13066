/// What the command line says: a command, its operands, and checked values for the options that were given.
struct ParsedArguments: Sendable, Equatable {
    var command: CommandSpecification
    var operands: [String] = []
    var values: [String: OptionValue] = [:]
    var wantsHelp = false
    var wantsVersion = false
}
