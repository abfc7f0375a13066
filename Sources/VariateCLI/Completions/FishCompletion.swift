/// The completion script for fish.
enum FishCompletion {
    /// The script's text.
    static func script(for table: CommandTable) -> String {
        let names = table.commands.map(\.name).joined(separator: " ")
        return """
            # fish completion for variate. Load it with: variate completions fish | source
            function __variate_command
                for word in (commandline -opc)[2..-1]
                    if contains -- $word \(names)
                        echo $word
                        return
                    end
                end
            end
            function __variate_uses
                set -l command (__variate_command)
                test -n "$command"; or set command \(table.defaultCommand.name)
                test $command = $argv[1]
            end
            complete -c variate -e
            \(table.commands.map(commandLines).joined(separator: "\n"))

            """
    }

    private static func commandLines(_ command: CommandSpecification) -> String {
        let condition = "-n \("__variate_uses \(command.name)".singleQuoted)"
        var lines = [
            "complete -c variate -n 'test -z (__variate_command)' -a \(command.name) -d \(quoted(command.summary))"
        ]
        for option in command.visibleOptions {
            let short = option.short.map { "-s \($0) " } ?? ""
            let line = "complete -c variate \(condition) \(short)-l \(option.name) -d \(quoted(option.help))"
            lines.append(line + value(of: option))
            if option.isNegatable {
                lines.append(
                    "complete -c variate \(condition) -l no-\(option.name) -d \(quoted("Do not: \(option.help)"))")
            }
        }
        switch command.operands.first?.completion {
        case .words(let words):
            lines.append("complete -c variate \(condition) -f -a \(quoted(words.joined(separator: " ")))")
        case .files: break
        case nil: lines.append("complete -c variate \(condition) -f")
        }
        return lines.joined(separator: "\n")
    }

    private static func value(of option: OptionSpecification) -> String {
        switch option.kind {
        case .flag: ""
        case .choice(let words), .choices(let words): " -x -a \(quoted(words.joined(separator: " ")))"
        case .wordOrFile(let words): " -r -F -a \(quoted(words.joined(separator: " ")))"
        case .file: " -r -F"
        case .directory: " -x -a '(__fish_complete_directories)'"
        case .integer, .number, .text, .url, .assignments: " -x"
        }
    }

    /// Fish knows two escapes inside single quotes: of the backslash and of the quote.
    private static func quoted(_ text: String) -> String {
        "'" + String(text.flatMap { "\\'".contains($0) ? ["\\", $0] : [$0] }) + "'"
    }
}
