import Testing

@testable import VariateCLI

@Suite struct ConsoleTests {
    @Test func dataAndTalkAreKeptApart() throws {
        let (console, output, errors) = make()
        try console.print("data")
        console.notice("talk")
        console.detail("detail")
        #expect(output.text == "data\n")
        #expect(errors.text == "talk\n")
    }

    @Test func quietLeavesErrors() {
        let (console, _, errors) = make(.quiet)
        console.notice("talk")
        console.report(CommandFailure(subject: "a.png", message: "is empty"))
        #expect(errors.text == "variate: a.png: is empty\n")
    }

    @Test func progressGetsOutOfTheWay() throws {
        let (console, _, errors) = make()
        console.setStatus("working")
        console.notice("talk")
        console.setStatus("")
        #expect(errors.text == "working\r\u{1B}[Ktalk\nworking\r\u{1B}[K")
    }

    @Test func aReaderThatIsGoneIsNoError() throws {
        let console = Console(output: BrokenSink(failure: .closed), errors: MemorySink(), terminal: .none)
        try console.print("data")
        #expect(console.isOutputClosed)
        try console.print("more")
    }

    @Test func aFullDiskIs() {
        let console = Console(output: BrokenSink(failure: .failed("no space")), errors: MemorySink(), terminal: .none)
        let error = #expect(throws: CommandFailure.self) { try console.print("data") }
        #expect(error?.exitCode == .internalError)
    }

    @Test func namesCannotWriteToTheTerminal() {
        let (console, _, errors) = make(.verbose)
        console.report(CommandFailure(subject: "a\u{1B}[2J\nb", message: "is empty", advice: "try again"))
        console.notice("photo\u{202E}gpj.png\r")
        console.detail("a\u{9B}2J\u{2028}\u{200B}b\t")
        #expect(
            errors.text == #"""
                variate: a\u{1b}[2J\nb: is empty; try again
                photo\u{202e}gpj.png\r
                a\u{9b}2J\u{2028}\u{200b}b\t

                """#)
    }

    @Test(arguments: ["naïve café", "می\u{200C}خواهم", "👩\u{200D}👩\u{200D}👧", #"a\n"#, "a\u{301}"])
    func whatOnlyPrintsIsLeft(_ text: String) {
        #expect(Array(text.escapingControlCharacters.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func escapingTwiceChangesNothingMore() {
        let text = "a\u{1B}\n\u{202E}"
        #expect(text.escapingControlCharacters.escapingControlCharacters == text.escapingControlCharacters)
    }

    private struct BrokenSink: TextSink {
        let failure: SinkFailure
        func write(_ text: String) throws(SinkFailure) { throw failure }
    }

    private func make(_ verbosity: Console.Verbosity = .normal) -> (Console, MemorySink, MemorySink) {
        let output = MemorySink()
        let errors = MemorySink()
        return (Console(output: output, errors: errors, terminal: .none, verbosity: verbosity), output, errors)
    }
}
