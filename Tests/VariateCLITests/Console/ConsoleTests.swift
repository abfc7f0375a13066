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
        let failure = CommandFailure(subject: "a\u{1B}[2J\nb", message: "is empty", advice: "try again")
        #expect(failure.line == "variate: a\\u{1b}[2J\\nb: is empty; try again")
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
