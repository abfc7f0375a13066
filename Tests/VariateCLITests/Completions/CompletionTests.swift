import Testing

@testable import VariateCLI

@Suite struct CompletionTests {
    static let scripts = [
        BashCompletion.script(for: .standard), ZshCompletion.script(for: .standard),
        FishCompletion.script(for: .standard),
    ]

    @Test(arguments: scripts) func namesEveryCommandAndOption(_ script: String) {
        for command in CommandTable.standard.commands {
            #expect(script.contains(command.name))
            for option in command.visibleOptions { #expect(script.contains(option.name)) }
        }
    }

    @Test func hiddenOptionsStayHidden() {
        let option = OptionSpecification(name: "trace", kind: .flag(negatable: false), help: "Trace.", hidden: true)
        let command = CommandSpecification(name: "run", summary: "Runs.", options: [option])
        let table = CommandTable(commands: [command], defaultCommand: command, reserved: [])
        let scripts = [
            BashCompletion.script(for: table), ZshCompletion.script(for: table), FishCompletion.script(for: table),
            HelpText(table: table).text(for: command),
        ]
        for script in scripts { #expect(!script.contains("trace")) }
    }

    @Test func quotesForTheShell() {
        #expect("it's".singleQuoted == "'it'\\''s'")
    }
}
