import Testing

@testable import VariateCLI

@Suite struct SpecificationCheckerTests {
    @Test func theToolsOwnTableHasNoMistakes() {
        #expect(SpecificationChecker.problems(of: .standard) == [])
    }

    @Test func everyCommandHasAnImplementation() {
        #expect(Set(CommandTable.standard.commands.map(\.name)) == Set(CommandLineTool.commands.keys))
    }

    @Test func helpCompletesEveryOtherCommand() throws {
        let help = try #require(CommandTable.standard.command(named: "help"))
        let others = CommandTable.standard.commands.map(\.name).filter { $0 != "help" }
        #expect(help.operands.first?.completion == .words(others))
    }

    @Test func findsMistakes() {
        let options = [
            OptionSpecification(
                name: "count", short: "n", kind: .integer(1...4), valueName: "N", defaultText: "9", help: "Bad."),
            OptionSpecification(
                name: "Name", short: "n", kind: .flag(negatable: false), valueName: "X", help: "no stop"),
            OptionSpecification(name: "api-key", kind: .text, valueName: "KEY", help: "A key."),
        ]
        let command = CommandSpecification(
            name: "a", summary: "Does.", options: options, conflicts: [["count", "none"]])
        let table = CommandTable(commands: [command, command], defaultCommand: command, reserved: [])
        let problems = SpecificationChecker.problems(of: table)
        for expected in [
            "two commands are called a", "a: -n twice", "a: --count: the default 9 is not allowed",
            "a: odd name --Name",
            "a: --Name: value name", "a: --Name: the help is no sentence", "a: --api-key would take a secret",
            "a: conflict names --none, which is no option",
        ] {
            #expect(problems.contains(expected))
        }
    }
}
