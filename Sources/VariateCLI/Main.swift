import Foundation

@main
enum Main {
    static func main() async {
        StandardDescriptors.fill()
        SignalHandling.ignoreBrokenPipes()
        let environment = ProcessInfo.processInfo.environment
        let tool = CommandLineTool(
            environment: environment, currentDirectory: FileManager.default.currentDirectoryPath,
            output: StandardStream.output, errors: StandardStream.error,
            terminal: Terminal.current(environment: environment))
        let arguments = Array(CommandLine.arguments.dropFirst())
        let savesWork = tool.savesWhenInterrupted(arguments)
        let signals = SignalHandling()
        let work = Task { await tool.run(arguments) }
        signals.install {
            guard savesWork else { _exit(ExitCode.interrupted.rawValue) }
            try? StandardStream.error.write("\nvariate: stopping and saving what there is; again to quit at once\n")
            work.cancel()
        }
        let code = await work.value
        exit(signals.isInterrupted ? ExitCode.interrupted.rawValue : code.rawValue)
    }
}
