import Foundation

@main
enum Main {
    static func main() async {
        SignalHandling.ignoreBrokenPipes()
        let environment = ProcessInfo.processInfo.environment
        let tool = CommandLineTool(
            environment: environment, currentDirectory: FileManager.default.currentDirectoryPath,
            output: StandardStream.output, errors: StandardStream.error,
            terminal: Terminal.current(environment: environment))
        let signals = SignalHandling()
        let work = Task { await tool.run(Array(CommandLine.arguments.dropFirst())) }
        signals.install {
            try? StandardStream.error.write("\nvariate: stopping and saving what there is; again to quit at once\n")
            work.cancel()
        }
        let code = await work.value
        exit(signals.isInterrupted ? ExitCode.interrupted.rawValue : code.rawValue)
    }
}
