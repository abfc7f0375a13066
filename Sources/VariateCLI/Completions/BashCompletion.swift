/// The completion script for bash 4 and later.
enum BashCompletion {
    /// The script's text.
    static func script(for table: CommandTable) -> String {
        let names = table.commands.map(\.name)
        return """
            # bash completion for variate. Load it with: source <(variate completions bash)
            _variate() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
                local IFS=$' \\t\\n' command= word words= suffix=
                if [[ $cur == "=" ]]; then
                    cur=
                elif [[ $prev == "=" ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    case $word in
                        \(names.joined(separator: "|"))) command=$word; break ;;
                    esac
                done
                COMPREPLY=()
                case $prev in
            \(valueCases(table))
                    ":")
                        # Readline splits words at colons: complete the part after it.
                        suffix="${COMP_WORDS[COMP_CWORD-2]}:"
                        words="\(colonWords(table))" ;;
                esac
                if [[ -n $words ]]; then
                    COMPREPLY=($(compgen -W "$words" -- "$suffix$cur"))
                    COMPREPLY=("${COMPREPLY[@]#"$suffix"}")
                    return
                fi
                if [[ $cur == -* ]]; then
                    case ${command:-\(table.defaultCommand.name)} in
            \(optionCases(table))
                    esac
                    COMPREPLY=($(compgen -W "$words" -- "$cur"))
                    return
                fi
                case $command in
                    "") words="\(names.joined(separator: " "))" ;;
            \(operandCases(table))
                esac
                COMPREPLY=($(compgen -W "$words" -- "$cur"))
                IFS=$'\\n'
                if [[ $words == "" || $command == "" ]]; then
                    compopt -o filenames 2>/dev/null
                    COMPREPLY+=($(compgen -f -- "$cur"))
                fi
            }
            complete -F _variate variate

            """
    }

    /// What follows each option that takes a value.
    private static func valueCases(_ table: CommandTable) -> String {
        var lines: [String] = []
        var seen: Set<String> = []
        for option in table.commands.flatMap(\.visibleOptions)
        where option.takesValue && seen.insert(option.name).inserted {
            let pattern = option.flag + (option.short.map { "|-\($0)" } ?? "")
            switch option.kind {
            case .choice(let words), .choices(let words):
                lines.append("\(pattern)) words=\"\(words.joined(separator: " "))\" ;;")
            case .wordOrFile(let words):
                lines.append(
                    "\(pattern)) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -W "
                        + "\"\(words.joined(separator: " "))\" -- \"$cur\")); IFS=$'\\n'; "
                        + "COMPREPLY+=($(compgen -f -- \"$cur\")); return ;;")
            case .file:
                lines.append(
                    "\(pattern)) compopt -o filenames 2>/dev/null; IFS=$'\\n'; "
                        + "COMPREPLY=($(compgen -f -- \"$cur\")); return ;;")
            case .directory:
                lines.append(
                    "\(pattern)) compopt -o filenames 2>/dev/null; IFS=$'\\n'; "
                        + "COMPREPLY=($(compgen -d -- \"$cur\")); return ;;")
            case .integer, .number, .text, .url, .flag, .assignments:
                lines.append("\(pattern)) return ;;")
            }
        }
        return lines.map { String(repeating: " ", count: 8) + $0 }.joined(separator: "\n")
    }

    /// The words that hold a colon.
    private static func colonWords(_ table: CommandTable) -> String {
        var words: [String] = []
        for word in table.commands.flatMap(\.visibleOptions).flatMap(\.allowedWords) where word.contains(":") {
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: " ")
    }

    private static func optionCases(_ table: CommandTable) -> String {
        table.commands.map { command in
            let flags = command.visibleOptions.flatMap { $0.spellings }
            return String(repeating: " ", count: 12) + "\(command.name)) words=\"\(flags.joined(separator: " "))\" ;;"
        }.joined(separator: "\n")
    }

    /// The words that a command's operand can be, where it is not a file.
    private static func operandCases(_ table: CommandTable) -> String {
        table.commands.compactMap { command in
            guard case .words(let words)? = command.operands.first?.completion else { return nil }
            return String(repeating: " ", count: 8) + "\(command.name)) words=\"\(words.joined(separator: " "))\" ;;"
        }.joined(separator: "\n")
    }
}

extension OptionSpecification {
    /// Every long and short form that completes.
    var spellings: [String] {
        (short.map { ["-\($0)"] } ?? []) + [flag] + (isNegatable ? ["--no-\(name)"] : [])
    }
}

extension String {
    /// The text as one word of a POSIX shell.
    var singleQuoted: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
