import Testing

@testable import VariateCLI

@Suite struct CommandLineParserTests {
    /// A command line, and what it must be understood as.
    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        var command = "generate"
        var operands: [String] = []
        var values: [String: OptionValue] = [:]
        var testDescription: String { line }
    }

    static let understood = [
        Case(line: "photo.png", operands: ["photo.png"]),
        Case(line: "generate photo.png", operands: ["photo.png"]),
        Case(line: "photo.png --count 4", operands: ["photo.png"], values: ["count": .integer(4)]),
        Case(line: "--count 4 photo.png", operands: ["photo.png"], values: ["count": .integer(4)]),
        Case(line: "--count=4 photo.png", operands: ["photo.png"], values: ["count": .integer(4)]),
        Case(line: "-n4 photo.png", operands: ["photo.png"], values: ["count": .integer(4)]),
        Case(line: "-n 4 photo.png", operands: ["photo.png"], values: ["count": .integer(4)]),
        Case(line: "photo.png -n 2 -n 5", operands: ["photo.png"], values: ["count": .integer(5)]),
        Case(line: "-qn4 photo.png", operands: ["photo.png"], values: ["quiet": .flag(true), "count": .integer(4)]),
        Case(line: "-vn 4 photo.png", operands: ["photo.png"], values: ["verbose": .flag(true), "count": .integer(4)]),
        Case(line: "photo.png --prompt=a=b", operands: ["photo.png"], values: ["prompt": .text("a=b")]),
        Case(line: "photo.png --prompt=", operands: ["photo.png"], values: ["prompt": .text("")]),
        Case(line: "photo.png --prompt -5", operands: ["photo.png"], values: ["prompt": .text("-5")]),
        Case(line: "photo.png --prompt=--count", operands: ["photo.png"], values: ["prompt": .text("--count")]),
        Case(line: "-- -n.png", operands: ["-n.png"]),
        Case(line: "-n 2 -- --count", operands: ["--count"], values: ["count": .integer(2)]),
        Case(line: "photo.png --no-report", operands: ["photo.png"], values: ["report": .flag(false)]),
        Case(line: "photo.png --no-report --report", operands: ["photo.png"], values: ["report": .flag(true)]),
        Case(line: "photo.png --no-cache", operands: ["photo.png"], values: ["cache": .flag(false)]),
        Case(line: "photo.png --quality HIGH", operands: ["photo.png"], values: ["quality": .text("high")]),
        Case(line: "photo.png --image-size 2k", operands: ["photo.png"], values: ["image-size": .text("2K")]),
        Case(line: "photo.png --strength .5", operands: ["photo.png"], values: ["strength": .number(0.5)]),
        Case(
            line: "photo.png --vary lighting,mood --vary season,mood", operands: ["photo.png"],
            values: ["vary": .list(["lighting", "mood", "season"])]),
        Case(
            line: "inspect a.png b.png --json", command: "inspect", operands: ["a.png", "b.png"],
            values: ["json": .flag(true)]),
        Case(line: "--json inspect a.png", command: "inspect", operands: ["a.png"], values: ["json": .flag(true)]),
        Case(
            line: "--source s.png score c.png", command: "score", operands: ["c.png"],
            values: ["source": .text("s.png")]),
        Case(
            line: "score c.png --source s.png --previous a.png --previous b,c.png", command: "score",
            operands: ["c.png"],
            values: ["source": .text("s.png"), "previous": .list(["a.png", "b,c.png"])]),
        Case(line: "gate --input -", command: "gate", values: ["input": .text("-")]),
        Case(line: "compare inspect score", command: "compare", operands: ["inspect", "score"]),
        Case(line: "./inspect", operands: ["./inspect"]),
        Case(line: "existing", operands: ["existing"]),
        Case(line: "missing.png", operands: ["missing.png"]),
        Case(line: "help inspect", command: "help", operands: ["inspect"]),
    ]

    @Test(arguments: understood) func understands(_ example: Case) throws {
        let parsed = try parse(example.line)
        #expect(parsed.command.name == example.command)
        #expect(parsed.operands == example.operands)
        #expect(parsed.values == example.values)
    }

    /// A command line, and the error's one line without its `variate: `.
    static let refused: [(line: String, message: String)] = [
        ("photo.png --count 0", "--count: must be 1 to 64, not 0; see variate generate --help"),
        ("photo.png --count 65", "--count: must be 1 to 64, not 65; see variate generate --help"),
        ("photo.png --count -3", "--count: must be 1 to 64, not -3; see variate generate --help"),
        (
            "photo.png --count 99999999999999999999",
            "--count: must be 1 to 64, not 99999999999999999999; see variate generate --help"
        ),
        ("photo.png --count four", "--count: must be a whole number, 1 to 64, not 'four'; see variate generate --help"),
        ("photo.png --count 4.5", "--count: must be a whole number, 1 to 64, not '4.5'; see variate generate --help"),
        ("photo.png --count=", "--count: must be a whole number, 1 to 64, not ''; see variate generate --help"),
        ("photo.png --seed -1", "--seed: must be 0 or more, not -1; see variate generate --help"),
        ("photo.png --strength 1.5", "--strength: must be 0 to 1, not 1.5; see variate generate --help"),
        ("photo.png --strength nan", "--strength: must be a number, 0 to 1, not 'nan'; see variate generate --help"),
        ("photo.png --timeout 0x10", "--timeout: must be a number, 1 to 3600, not '0x10'; see variate generate --help"),
        ("photo.png --count", "--count: needs a value; write --count N"),
        ("photo.png -n", "--count: needs a value; write --count N"),
        (
            "photo.png --prompt --json",
            "--prompt: needs a value; if the value is meant to begin with a dash, write --prompt=--json"
        ),
        ("photo.png --json=yes", "--json: takes no value; write --json alone"),
        ("photo.png --no-cache=1", "--no-cache: takes no value; write --no-cache alone"),
        ("photo.png --cuont 4", "--cuont: no such option; did you mean --count?"),
        ("photo.png --no-reprot", "--no-reprot: no such option; did you mean --no-report?"),
        ("photo.png --aspect 1:1", "--aspect: no such option; did you mean --aspect-ratio?"),
        ("photo.png --colour", "--colour: no such option; see variate generate --help"),
        ("photo.png -x", "-x: no such option; see variate generate --help"),
        ("photo.png --quality hihg", "--quality: must be high, medium or low, not 'hihg'; did you mean high?"),
        (
            "photo.png --backend openai",
            "--backend: must be auto, gemini or local, not 'openai'; see variate generate --help"
        ),
        (
            "photo.png --base-url ftp://x",
            "--base-url: must be an http or https address without user name and password, not 'ftp://x'; see variate generate --help"
        ),
        ("photo.png --output=", "--output: must not be empty; see variate generate --help"),
        ("photo.png other.png", "other.png: one argument too many for generate; see variate generate --help"),
        ("", "generate: IMAGE is missing; see variate generate --help"),
        ("compare a.png", "compare: IMAGE is missing; see variate compare --help"),
        ("compare a b c", "c: one argument too many for compare; see variate compare --help"),
        ("gate extra", "extra: one argument too many for gate; see variate gate --help"),
        ("inpsect x.png", "inpsect: neither a command nor a file; did you mean inspect?"),
        ("-v inpsect x.png", "inpsect: neither a command nor a file; did you mean inspect?"),
        ("nonsense", "nonsense: neither a command nor a file; see variate --help"),
        ("batch jobs.json", "batch: not available in this version yet; see variate --help"),
        ("cache", "cache: not available in this version yet; see variate --help"),
        ("photo.png --json --events", "--json: cannot be used with --events; choose one of them"),
        ("photo.png -q -v", "--quiet: cannot be used with --verbose; choose one of them"),
        (
            "photo.png --api-key abc",
            "--api-key: keys are never taken from options or files; set GOOGLE_API_KEY or GEMINI_API_KEY in the environment"
        ),
    ]

    @Test(arguments: refused) func refuses(_ example: (line: String, message: String)) {
        do {
            let parsed = try parse(example.line)
            Issue.record("understood as \(parsed.command.name) \(parsed.operands) \(parsed.values)")
        } catch {
            let failure = CommandFailure(error)
            #expect(failure.line == "variate: \(example.message)")
            #expect(failure.exitCode == .usage)
        }
    }

    @Test func aPasswordInAnAddressIsNotRepeated() {
        let error = #expect(throws: UsageError.self) {
            try parse("photo.png --base-url https://me:hunter2@example.org")
        }
        #expect(error.map { !CommandFailure($0).line.contains("hunter2") } == true)
    }

    @Test(arguments: ["--help", "-h", "inspect --help", "compare --help a b c d", "photo.png --count 4 --help"])
    func helpWinsOverMissingOperands(_ line: String) throws {
        #expect(try parse(line).wantsHelp)
    }

    @Test func versionNeedsNoImage() throws {
        #expect(try parse("--version").wantsVersion)
    }

    private func parse(_ line: String) throws(UsageError) -> ParsedArguments {
        try CommandLineParser.parse(
            line.split(separator: " ").map(String.init), fileExists: { ["existing", "photo.png", "c"].contains($0) })
    }
}
