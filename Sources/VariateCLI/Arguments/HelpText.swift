/// Help, made from the table.
struct HelpText {
    let table: CommandTable
    /// Columns to wrap at.
    var width = 80

    /// The tool's own help: the commands, and where to read on.
    var overview: String {
        let commands = table.commands.map { (left: $0.name, right: $0.summary) }
        return """
            variate: good, distinct variations of an image

            usage: variate IMAGE [options]
                   variate COMMAND [options] …

            commands:
            \(columns(commands))

            'variate COMMAND --help' shows a command's options, 'variate generate --help'
            those of variate IMAGE. Standard output is data; messages go to standard error.

            """
    }

    /// A command's help.
    func text(for command: CommandSpecification) -> String {
        var sections = [paragraph("variate \(command.name): \(command.summary)"), usage(of: command)]
        if !command.discussion.isEmpty { sections.append(paragraph(command.discussion)) }
        if !command.operands.isEmpty {
            sections.append("arguments:\n" + columns(command.operands.map { ($0.usage, $0.help) }))
        }
        sections.append("options:\n" + columns(command.visibleOptions.map { (label(of: $0), description(of: $0)) }))
        if let note = configurationNote(for: command) { sections.append(note) }
        if !command.examples.isEmpty {
            sections.append("examples:\n" + command.examples.map { "  \($0)" }.joined(separator: "\n"))
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    private func usage(of command: CommandSpecification) -> String {
        let operands = command.operands.map { " \($0.usage)" }.joined()
        let short = command == table.defaultCommand ? "usage: variate\(operands) [options]\n       " : "usage: "
        return "\(short)variate \(command.name) [options]\(operands)"
    }

    /// For example `-n, --count N`.
    private func label(of option: OptionSpecification) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        let flag = option.isNegatable ? "--[no-]\(option.name)" : option.flag
        return short + flag + (option.takesValue ? " \(option.valueName)" : "")
    }

    /// The help sentence with the allowed values and the default.
    private func description(of option: OptionSpecification) -> String {
        var facts: [String] = []
        if !option.allowedWords.isEmpty { facts.append(option.allowedWords.joined(separator: ", ")) }
        if let range = option.rangeText { facts.append(range) }
        if option.takesValue || option.isNegatable, let text = option.defaultText {
            facts.append("default " + (option.isNegatable ? (text == "true" ? "yes" : "no") : text))
        }
        return facts.isEmpty ? option.help : "\(option.help.dropLast()) (\(facts.joined(separator: "; ")))."
    }

    private func configurationNote(for command: CommandSpecification) -> String? {
        guard let example = command.options.first(where: { $0.configurability == .everywhere }) else { return nil }
        return paragraph(
            """
            Most options can also be set in the environment (\(example.environmentName)), in the project's .variate.json
            and in $XDG_CONFIG_HOME/variate/config.json ({"\(example.name)": …}); 'variate doctor' lists them.
            """)
    }

    private func paragraph(_ text: String) -> String {
        TextLayout.wrap(text.replacing("\n", with: " "), width: width).joined(separator: "\n")
    }

    /// Two columns; a left cell that is too long gets a line of its own.
    private func columns(_ rows: [(left: String, right: String)]) -> String {
        let widest = 26
        let left = min(rows.map(\.left.count).max() ?? 0, widest)
        let margin = String(repeating: " ", count: left + 4)
        return rows.map { row in
            let lines = TextLayout.wrap(row.right, width: max(20, width - left - 4))
            let right = lines.joined(separator: "\n" + margin)
            if row.left.count > left { return "  \(row.left)\n\(margin)\(right)" }
            return "  " + row.left.padding(to: left) + "  " + right
        }.joined(separator: "\n")
    }
}
