/// The completion script for zsh.
enum ZshCompletion {
    /// The script's text; it works both sourced and as an autoloaded `_variate`.
    static func script(for table: CommandTable) -> String {
        let names = table.commands.map(\.name)
        return """
            #compdef variate
            # zsh completion for variate. Load it with: source <(variate completions zsh)
            _variate_first() {
                local -a commands=(
            \(table.commands.map { "        " + "\($0.name):\($0.summary)".singleQuoted }.joined(separator: "\n"))
                )
                _describe -t commands command commands
                _files
            }
            _variate_word_or_file() {
                compadd -- "$@"
                _files
            }
            _variate() {
                local command= i
                for (( i = 2; i < CURRENT; i++ )); do
                    case ${words[i]} in
                        \(names.joined(separator: "|")))
                            command=${words[i]}
                            words[i]=()
                            (( CURRENT-- ))
                            break ;;
                    esac
                done
                case $command in
                    "")
                        _arguments -s -S \\
            \(options(of: table.defaultCommand)) \\
                            '1: :_variate_first' '*: :_files' ;;
            \(table.commands.map(commandCase).joined(separator: "\n"))
                esac
            }
            if [[ $funcstack[1] == _variate ]]; then
                _variate "$@"
            else
                compdef _variate variate
            fi

            """
    }

    private static func commandCase(_ command: CommandSpecification) -> String {
        var operands = "'*: :_files'"
        switch command.operands.first?.completion {
        case .words(let words): operands = "'1: :(\(words.joined(separator: " ")))'"
        case .files: break
        case nil: operands = ""
        }
        return """
                    \(command.name))
                        _arguments -s -S \\
            \(options(of: command)) \\
                            \(operands) ;;
            """
    }

    private static func options(of command: CommandSpecification) -> String {
        command.visibleOptions.flatMap(specifications).map { String(repeating: " ", count: 16) + $0 }
            .joined(separator: " \\\n")
    }

    /// What `_arguments` wants to know of an option: one specification for each spelling.
    private static func specifications(of option: OptionSpecification) -> [String] {
        let excluded = option.repeats ? "*" : "(\(option.spellings.joined(separator: " ")))"
        return option.spellings.map { spelling in
            let value = option.takesValue ? ":\(escaped(option.valueName)):\(action(of: option))" : ""
            // Long options take their value after `=` or as the next word, short ones also attached.
            let joint = option.takesValue ? (spelling.hasPrefix("--") ? "=" : "+") : ""
            return "\(excluded)\(spelling)\(joint)[\(escaped(option.help))]\(value)".singleQuoted
        }
    }

    private static func action(of option: OptionSpecification) -> String {
        switch option.kind {
        case .choice(let words): "(\(words.map(escaped).joined(separator: " ")))"
        case .choices(let words): "_sequence compadd - \(words.joined(separator: " "))"
        case .wordOrFile(let words): " _variate_word_or_file \(words.joined(separator: " "))"
        case .file: "_files"
        case .directory: "_files -/"
        case .flag, .integer, .number, .text, .url, .assignments: " "
        }
    }

    /// Colons and brackets mean something to `_arguments`.
    private static func escaped(_ text: String) -> String {
        String(text.flatMap { ":[]".contains($0) ? ["\\", $0] : [$0] })
    }
}
