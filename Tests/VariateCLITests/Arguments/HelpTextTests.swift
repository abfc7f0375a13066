import Testing

@testable import VariateCLI

@Suite struct HelpTextTests {
    @Test func ofCompare() throws {
        let command = try #require(CommandTable.standard.command(named: "compare"))
        #expect(
            HelpText(table: .standard).text(for: command) == """
                variate compare: Measure how alike two images are.

                usage: variate compare [options] IMAGE IMAGE

                arguments:
                  IMAGE IMAGE  The two pictures.

                options:
                      --salvage  Use what is there of truncated or damaged images.
                      --json     Print JSON on standard output.
                  -q, --quiet    Only errors on standard error.
                  -v, --verbose  Say more on standard error.
                  -h, --help     Show help.
                      --version  Show the version.

                examples:
                  variate compare photo.png edited.png

                """)
    }

    @Test(arguments: CommandTable.standard.commands.map(\.name)) func fitsAnEightyColumnTerminal(_ name: String) throws
    {
        let help = HelpText(table: .standard)
        let command = try #require(CommandTable.standard.command(named: name))
        for line in (help.text(for: command) + help.overview).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func namesEveryVisibleOptionOnce() {
        let text = HelpText(table: .standard).text(for: CommandTable.standard.defaultCommand)
        for option in CommandTable.standard.defaultCommand.visibleOptions {
            let label = option.isNegatable ? "--[no-]\(option.name)" : option.flag
            let lines = text.split(separator: "\n").filter { line in
                line.split(whereSeparator: { $0 == " " || $0 == "," }).prefix(2).contains { $0 == label }
                    && line.hasPrefix("  ") && !line.hasPrefix("  variate ")
            }
            #expect(lines.count == 1, "\(label)")
        }
    }

    @Test func overviewNamesEveryCommand() {
        let overview = HelpText(table: .standard).overview
        for command in CommandTable.standard.commands { #expect(overview.contains("  \(command.name) ")) }
    }
}
