/// All commands: the one specification that parsing, help and completions are made from.
struct CommandTable: Sendable {
    let commands: [CommandSpecification]
    /// What a command line without a command means.
    let defaultCommand: CommandSpecification
    /// Names kept for commands of later versions.
    let reserved: [String]

    /// The command of that name.
    func command(named name: String) -> CommandSpecification? {
        commands.first { $0.name == name }
    }

    /// Options that some command reads from the environment or a configuration file, each once.
    var configurableOptions: [OptionSpecification] {
        var found: [OptionSpecification] = []
        for option in commands.flatMap(\.options) where option.configurability != .commandLineOnly {
            if !found.contains(where: { $0.name == option.name }) { found.append(option) }
        }
        return found
    }

    /// The tool's own table.
    static let standard = CommandTable(
        commands: [generate, score, compare, inspect, gate, explain, dedupe, bench, doctor, completions, help],
        defaultCommand: generate,
        reserved: ["batch", "asset", "cache", "cost", "mcp", "serve", "emulate"])

    private static let generate = CommandSpecification(
        name: "generate",
        summary: "Make good, distinct variations of an image (the default command).",
        discussion: """
            Prints the path of each delivered file, one a line. Candidates that are blurred, broken, nearly the source
            or nearly one another are rejected, and asked for again.
            """,
        operands: [.init(name: "IMAGE", count: 1...1, help: "A PNG, JPEG or WebP file.")],
        options: [
            Options.count.specification, Options.prompt.specification, Options.vary.specification,
            Options.style.specification, Options.strength.specification, Options.seed.specification,
            Options.backend.specification, Options.model.specification, Options.baseURL.specification,
            Options.apiVersion.specification, Options.aspectRatio.specification, Options.imageSize.specification,
            Options.concurrency.specification, Options.retries.specification, Options.timeout.specification,
            Options.deadline.specification, Options.maxCost.specification, Options.quality.specification,
            Options.gate.specification, Options.set.specification, Options.allowMirror.specification,
            Options.output.specification, Options.format.specification, Options.force.specification,
            Options.keepRejected.specification, Options.report.specification, Options.cache.specification,
            Options.cacheDirectory.specification, Options.previous.specification, Options.salvage.specification,
            Options.dryRun.specification, Options.json.specification, Options.events.specification,
        ] + Options.common,
        examples: [
            "variate photo.png --count 4",
            "variate photo.png -n 8 --vary lighting,season --seed 7 -o variations",
            "variate photo.png --backend gemini --prompt 'on a table' --max-cost 0.50",
        ],
        savesWhenInterrupted: true,
        conflicts: [["json", "events"], ["quiet", "verbose"]])

    private static let score = CommandSpecification(
        name: "score",
        summary: "Judge candidates against their source and earlier variations.",
        operands: [.init(name: "CANDIDATE", count: 1...Int.max, help: "Pictures to judge.")],
        options: [
            Options.source.specification, Options.previous.specification, Options.quality.specification,
            Options.gate.specification, Options.set.specification, Options.allowMirror.specification,
            Options.salvage.specification,
            Options.json.specification,
        ] + Options.common,
        examples: ["variate score one.png two.png --source photo.png --json"],
        conflicts: [["quiet", "verbose"]])

    private static let compare = CommandSpecification(
        name: "compare",
        summary: "Measure how alike two images are.",
        operands: [.init(name: "IMAGE", count: 2...2, help: "The two pictures.")],
        options: [Options.salvage.specification, Options.json.specification] + Options.common,
        examples: ["variate compare photo.png edited.png"],
        conflicts: [["quiet", "verbose"]])

    private static let inspect = CommandSpecification(
        name: "inspect",
        summary: "Measure images: size, hashes, sharpness, edges.",
        discussion: "Goes on past files that cannot be read, and then exits with 2. With --json, one object a line.",
        operands: [.init(name: "IMAGE", count: 1...Int.max, help: "Pictures to measure.")],
        options: [Options.salvage.specification, Options.json.specification] + Options.common,
        examples: ["variate inspect *.jpg --json"],
        conflicts: [["quiet", "verbose"]])

    private static let gate = CommandSpecification(
        name: "gate",
        summary: "Judge a stream of cases, one JSON object a line.",
        discussion: """
            Each input line is {"id"?, "source": PATH, "previous": [PATH…], "candidate": PATH}; each output line, in
            input order, is its verdict. A line that cannot be judged gets "error" and does not stop the rest.
            """,
        options: [
            Options.input.specification, Options.quality.specification, Options.gate.specification,
            Options.set.specification, Options.allowMirror.specification, Options.salvage.specification,
        ] + Options.common,
        examples: ["variate gate --input cases.jsonl", "make-cases | variate gate --input -"],
        conflicts: [["quiet", "verbose"]])

    private static let explain = CommandSpecification(
        name: "explain",
        summary: "Show what every check of a run found, or what a gate profile holds.",
        discussion: """
            Of a report, every candidate with its verdict and the check that decided it: of those that failed, or of all
            where none did, the one with the smallest margin as a share of its bound. Of one candidate, every check.
            """,
        operands: [
            .init(name: "REPORT", count: 0...1, help: "A report.json of variate generate, or its directory."),
            .init(name: "N", count: 0...1, help: "A variation by its number, or a rejection: r1, r2, and so on."),
        ],
        options: [Options.profile.specification, Options.set.specification, Options.json.specification]
            + Options.common,
        examples: [
            "variate explain photo-variations", "variate explain photo-variations r1",
            "variate explain --profile strict --set similarity=0.25",
        ],
        conflicts: [["quiet", "verbose"]])

    private static let dedupe = CommandSpecification(
        name: "dedupe",
        summary: "Find groups of near-duplicates. Nothing is deleted.",
        discussion: """
            Of each group the one with the most pixels is kept; of equally large ones the sharpest without its noise, then
            the least compressed, then the least clipped. Turned, mirrored and framed copies are duplicates too. With
            --move-to, duplicates are moved; the pictures to keep stay where they are.
            """,
        operands: [.init(name: "IMAGE|DIR", count: 1...Int.max, help: "Pictures, or directories of them.")],
        options: [
            Options.recursive.specification, Options.allowMirror.specification, Options.moveTo.specification,
            Options.dryRun.specification, Options.page.specification, Options.salvage.specification,
            Options.json.specification,
        ] + Options.common,
        examples: [
            "variate dedupe holiday/ --json", "variate dedupe -r pictures/ --move-to duplicates --dry-run",
        ],
        conflicts: [["quiet", "verbose"]])

    private static let bench = CommandSpecification(
        name: "bench",
        summary: "Measure how often the gate is right on a labelled corpus.",
        discussion: """
            Judges every case of DIR/cases.jsonl and prints, with 95 % intervals: how many good candidates are accepted,
            weak ones rejected and near-duplicates recognised, by half of the corpus, class and kind of picture; how
            each number separates the classes it is for; and what the literal gate and the usual advice would do.
            """,
        operands: [.init(name: "SUITE", count: 1...1, help: "What to measure: gate.", completion: .words(["gate"]))],
        options: [
            Options.corpus.specification, Options.half.specification, Options.quality.specification,
            Options.gate.specification, Options.set.specification, Options.quick.specification,
            Options.json.specification, Options.markdown.specification,
        ] + Options.common,
        examples: [
            "variate bench gate --corpus corpus", "variate bench gate --corpus corpus --half b --json",
            "variate bench gate --corpus corpus --quick --set noisy=1.2",
        ],
        conflicts: [["json", "markdown"], ["quiet", "verbose"]])

    private static let doctor = CommandSpecification(
        name: "doctor",
        summary: "Show each setting, where it came from, and whether everything is ready.",
        options: [Options.json.specification] + Options.common,
        conflicts: [["quiet", "verbose"]])

    private static let completions = CommandSpecification(
        name: "completions",
        summary: "Print a completion script for a shell.",
        operands: [
            .init(
                name: "SHELL", count: 1...1, help: "bash, zsh or fish.",
                completion: .words(Shell.allCases.map(\.rawValue)))
        ],
        options: Options.common,
        examples: ["source <(variate completions bash)", "variate completions fish | source"],
        conflicts: [["quiet", "verbose"]])

    private static let help = CommandSpecification(
        name: "help",
        summary: "Show help for a command.",
        operands: [
            .init(
                name: "COMMAND", count: 0...1, help: "The command.",
                completion: .words([
                    "generate", "score", "compare", "inspect", "gate", "explain", "dedupe", "bench", "doctor",
                    "completions",
                ]))
        ],
        options: Options.common,
        conflicts: [["quiet", "verbose"]])
}
