import Testing

@testable import VariateCLI

@Suite struct TerminalTests {
    @Test(arguments: [
        ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
        (["TERM": "dumb"], true, false), (["TERM": "xterm"], true, true),
    ])
    func animatesOnlyOnARealTerminal(_ environment: [String: String], _ isTerminal: Bool, _ expected: Bool) {
        let terminal = Terminal(
            environment: environment, outputIsTerminal: false, errorIsTerminal: isTerminal, width: 100)
        #expect(terminal.allowsAnimation == expected)
        #expect(terminal.allowsColor == expected)
    }

    @Test(arguments: [
        (["LANG": "C.UTF-8"], true), (["LANG": "en_GB.utf8"], true), (["LANG": "C"], false), ([:], false),
        (["LC_ALL": "C", "LANG": "C.UTF-8"], false), (["LC_ALL": "", "LANG": "C.UTF-8"], true),
    ])
    func drawsUnicodeOnlyWhereTheLocaleSaysSo(_ environment: [String: String], _ expected: Bool) {
        let terminal = Terminal(environment: environment, outputIsTerminal: true, errorIsTerminal: true, width: nil)
        #expect(terminal.allowsUnicode == expected)
        #expect(terminal.width == 80)
    }
}
