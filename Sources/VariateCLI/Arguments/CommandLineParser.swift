/// The three phases together: split, resolve the command, match and validate.
enum CommandLineParser {
    /// What the arguments (without the program's own name) say.
    static func parse(
        _ arguments: [String], table: CommandTable = .standard, fileExists: (String) -> Bool
    ) throws(UsageError) -> ParsedArguments {
        let tokens = ArgumentToken.split(arguments)
        let (command, rest) = try CommandResolution.resolve(tokens, table: table, fileExists: fileExists)
        return try ArgumentMatcher.match(rest, command: command)
    }
}
