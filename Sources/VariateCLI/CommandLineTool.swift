import Foundation
import Variate

/// The whole tool as a function of its arguments and surroundings.
struct CommandLineTool: Sendable {
    var environment: [String: String]
    var currentDirectory: String
    var output: any TextSink
    var errors: any TextSink
    var terminal: Terminal
    var table = CommandTable.standard

    /// What runs each command of the table.
    static let commands: [String: any Command.Type] = [
        "generate": GenerateCommand.self, "score": ScoreCommand.self, "compare": CompareCommand.self,
        "inspect": InspectCommand.self, "gate": GateCommand.self, "explain": ExplainCommand.self,
        "dedupe": DedupeCommand.self, "bench": BenchCommand.self, "doctor": DoctorCommand.self,
        "completions": CompletionsCommand.self, "help": HelpCommand.self,
    ]

    /// Parses the arguments (without the program's own name), runs their command and renders whatever went wrong.
    func run(_ arguments: [String]) async -> ExitCode {
        var console = Console(output: output, errors: errors, terminal: terminal)
        do {
            let parsed = try CommandLineParser.parse(
                arguments, table: table, fileExists: { FileManager.default.fileExists(atPath: $0) })
            if let answered = try answerDirectly(parsed, arguments: arguments, console: console) { return answered }
            console = Console(output: output, errors: errors, terminal: terminal, verbosity: parsed.verbosity)
            let context = try makeContext(parsed, console: console)
            guard let command = Self.commands[parsed.command.name] else {
                throw UsageError.reservedCommand(parsed.command.name)
            }
            return try await command.init(context).run()
        } catch let failure as CommandFailure {
            console.report(failure)
            return failure.exitCode
        } catch let error as UsageError {
            console.report(CommandFailure(error))
            return .usage
        } catch is CancellationError {
            return .interrupted
        } catch {
            console.report(
                CommandFailure(subject: "internal error", message: String(describing: error), exitCode: .internalError))
            return .internalError
        }
    }

    /// Whether the command that the arguments name has something to save when it is interrupted.
    func savesWhenInterrupted(_ arguments: [String]) -> Bool {
        let parsed = try? CommandLineParser.parse(
            arguments, table: table, fileExists: { FileManager.default.fileExists(atPath: $0) })
        return parsed?.command.savesWhenInterrupted ?? false
    }

    /// Help and version need no settings.
    private func answerDirectly(
        _ parsed: ParsedArguments, arguments: [String], console: Console
    ) throws(CommandFailure) -> ExitCode? {
        if parsed.wantsVersion {
            try console.print("variate \(ToolVersion.number)")
            return .success
        }
        guard parsed.wantsHelp else { return nil }
        let help = HelpText(table: table)
        let isAboutTool = parsed.operands.isEmpty && !arguments.contains(parsed.command.name)
        try console.write(isAboutTool ? help.overview : help.text(for: parsed.command))
        return .success
    }

    private func makeContext(_ parsed: ParsedArguments, console: Console) throws(UsageError) -> CommandContext {
        let locations = ConfigurationLocations(environment: environment, currentDirectory: currentDirectory)
        // The doctor shows every setting, others only their own; a command without any reads no files.
        let isDoctor = Self.commands[parsed.command.name] == DoctorCommand.self
        let options = parsed.command.options + (isDoctor ? table.configurableOptions : [])
        let isConfigurable = options.contains { $0.configurability != .commandLineOnly }
        let files = isConfigurable ? try ConfigurationFile.load(locations, options: table.configurableOptions) : []
        let settings = try Settings(
            options: options, commandLine: parsed.values, environment: environment, files: files)
        for warning in (isConfigurable ? locations.warnings : []) + settings.warnings {
            console.notice("variate: \(warning)")
        }
        return CommandContext(
            command: parsed.command, operands: parsed.operands, settings: settings, console: console,
            environment: environment, currentDirectory: currentDirectory, table: table)
    }
}

extension ParsedArguments {
    /// What `--quiet` and `--verbose` ask for.
    var verbosity: Console.Verbosity {
        if values["quiet"] == .flag(true) { return .quiet }
        return values["verbose"] == .flag(true) ? .verbose : .normal
    }
}
