/// Finds mistakes in the table itself; the tests demand that there are none.
enum SpecificationChecker {
    /// One sentence for each mistake.
    static func problems(of table: CommandTable) -> [String] {
        var problems = repeated(table.commands.map(\.name) + table.reserved).map { "two commands are called \($0)" }
        var seen: [String: OptionSpecification] = [:]
        for command in table.commands {
            problems += Self.problems(of: command).map { "\(command.name): \($0)" }
            for option in command.options {
                if let earlier = seen[option.name], earlier != option {
                    problems.append("\(command.name): --\(option.name) differs from another command's")
                }
                seen[option.name] = option
            }
        }
        return problems
    }

    private static func problems(of command: CommandSpecification) -> [String] {
        var problems = repeated(command.options.map(\.name)).map { "--\($0) twice" }
        problems += repeated(command.options.compactMap { $0.short.map(String.init) }).map { "-\($0) twice" }
        problems += command.options.flatMap(Self.problems(of:))
        // One that may be left out can stand before others that may be left out with it.
        let openEnded = command.operands.enumerated().dropLast().filter { index, operand in
            let isOptional =
                operand.count == 0...1 && command.operands[index...].allSatisfy { $0.count.lowerBound == 0 }
            return operand.count.lowerBound != operand.count.upperBound && !isOptional
        }.map(\.element)
        problems += openEnded.map { "\($0.name) of varying number before another operand" }
        for name in command.conflicts.flatMap({ $0 }) where command.option(named: name) == nil {
            problems.append("conflict names --\(name), which is no option")
        }
        for option in command.options where option.name.hasPrefix("no-") {
            if command.option(named: String(option.name.dropFirst(3))) != nil {
                problems.append("--\(option.name) clashes")
            }
        }
        if !command.summary.hasSuffix(".") { problems.append("the summary is no sentence") }
        return problems
    }

    private static func problems(of option: OptionSpecification) -> [String] {
        var problems: [String] = []
        let letters = option.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
        if option.name.isEmpty || option.name.hasPrefix("-") || !letters { problems.append("odd name \(option.flag)") }
        if let short = option.short, !short.isASCII || !short.isLetter { problems.append("odd letter -\(short)") }
        if option.takesValue == option.valueName.isEmpty { problems.append("\(option.flag): value name") }
        if !option.help.hasSuffix(".") { problems.append("\(option.flag): the help is no sentence") }
        if Secrets.isSecretName(option.name) { problems.append("\(option.flag) would take a secret") }
        if let text = option.defaultText, (try? option.parse(text)) == nil {
            problems.append("\(option.flag): the default \(text) is not allowed")
        }
        problems += repeated(option.allowedWords.map { $0.lowercased() }).map { "\(option.flag): \($0) twice" }
        if option.hidden, option.configurability != .commandLineOnly {
            problems.append("\(option.flag): hidden setting")
        }
        return problems
    }

    private static func repeated(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !seen.insert($0).inserted }
    }
}
