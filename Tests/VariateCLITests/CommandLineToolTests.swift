import Testing

@testable import VariateCLI

@Suite struct CommandLineToolTests {
    @Test(arguments: [
        (["--version"], ExitCode.success), (["help", "compare"], .success), (["completions", "bash"], .success),
        (["doctor", "--json"], .success), (["inspect", "/nonexistent/a.png"], .usage), (["score", "a.png"], .usage),
        (["batch"], .usage), (["compare", "a"], .usage), (["/nonexistent/a.png"], .usage),
        (["/nonexistent/a.png", "--backend", "gemini"], .unauthorized),
    ])
    func exitCodesFollowTheContract(_ arguments: [String], _ expected: ExitCode) async {
        let (code, output, errors) = await run(arguments)
        #expect(code == expected)
        #expect(output.isEmpty == (expected != .success))
        #expect(errors.isEmpty == (expected == .success))
    }

    @Test func helpOfTheToolAndOfACommandDiffer() async {
        #expect(await run(["--help"]).output.contains("commands:"))
        #expect(await run(["gate", "--help"]).output.hasPrefix("variate gate: "))
        #expect(await run(["a.png", "--help"]).output.hasPrefix("variate generate: "))
    }

    @Test func dedupeRefusesMoreThanFitsInMemory() async {
        let (code, output, errors) = await run(["dedupe"] + (0...8000).map { "/nonexistent/\($0).png" })
        #expect(code == .usage && output.isEmpty)
        #expect(errors.hasPrefix("variate: dedupe: 8001 images are more than the 8000 that fit in memory; "))
        #expect(errors.split(separator: "\n").count == 1)
    }

    @Test func onlyGenerateHasSomethingToSave() {
        let tool = makeTool(MemorySink(), MemorySink())
        #expect(tool.savesWhenInterrupted(["a.png"]))
        #expect(!tool.savesWhenInterrupted(["inspect", "a.png"]))
        #expect(!tool.savesWhenInterrupted(["--nonsense"]))
    }

    private func run(_ arguments: [String]) async -> (code: ExitCode, output: String, errors: String) {
        let output = MemorySink()
        let errors = MemorySink()
        let code = await makeTool(output, errors).run(arguments)
        return (code, output.text, errors.text)
    }

    private func makeTool(_ output: MemorySink, _ errors: MemorySink) -> CommandLineTool {
        CommandLineTool(
            environment: ["HOME": "/tmp"], currentDirectory: "/tmp", output: output, errors: errors, terminal: .none)
    }
}
