import Variate

/// Which command a command line is for.
enum CommandResolution {
    /// The command and its tokens, the command's own name taken out.
    ///
    /// The first word that is no option's value names the command. When it names none, it is an image and the command
    /// is `generate`; a word that is neither a file nor looks like a path is an error, with a suggestion where one is near.
    /// A file that is named like a command is written `./score`.
    static func resolve(
        _ tokens: [ArgumentToken], table: CommandTable, fileExists: (String) -> Bool
    ) throws(UsageError) -> (command: CommandSpecification, tokens: [ArgumentToken]) {
        guard let index = firstOperand(of: tokens, table: table) else { return (table.defaultCommand, tokens) }
        guard case .word(let word) = tokens[index] else { return (table.defaultCommand, tokens) }
        if let command = table.command(named: word) {
            var rest = tokens
            rest.remove(at: index)
            return (command, rest)
        }
        if table.reserved.contains(word) { throw .reservedCommand(word) }
        if fileExists(word) { return (table.defaultCommand, tokens) }
        let suggestion = Suggestion.nearest(to: word, among: table.commands.map(\.name))
        let looksLikePath = word.contains { $0 == "/" || $0 == "." }
        if !looksLikePath { throw .unknownCommand(word, suggestion: suggestion) }
        return (table.defaultCommand, tokens)
    }

    /// The position of the first token that is neither an option nor an option's value, whatever the command.
    private static func firstOperand(of tokens: [ArgumentToken], table: CommandTable) -> Int? {
        let options = table.commands.flatMap(\.options)
        let valued = Set(options.filter(\.takesValue).map(\.name))
        let valuedShort = Set(options.filter(\.takesValue).compactMap(\.short))
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .word, .literal:
                return index
            case .long(let name, nil) where valued.contains(name):
                index += 2
            case .short(let cluster)
            where cluster.last.map(valuedShort.contains) == true && isOpen(cluster, valuedShort):
                index += 2
            case .long, .short:
                index += 1
            }
        }
        return nil
    }

    /// Whether the cluster's only option with a value is its last, so that the value is the next argument.
    private static func isOpen(_ cluster: String, _ valued: Set<Character>) -> Bool {
        cluster.firstIndex(where: valued.contains) == cluster.index(before: cluster.endIndex)
    }
}
