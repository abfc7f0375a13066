/// Goes through many files, past those that fail.
struct FileWork: Sendable {
    let console: Console
    /// What is being counted.
    var unit = "images"

    /// Does the work for each path in turn and reports each failure on standard error.
    /// - Returns: success, or the exit code of unreadable input when some file failed.
    /// - Throws: `CancellationError` when interrupted, and failures to write.
    func forEach(_ paths: [String], _ body: (String) throws -> Void) throws -> ExitCode {
        let progress = ProgressDisplay(ProgressState(unit: unit, total: paths.count), console: console)
        defer { progress.finish() }
        var code = ExitCode.success
        for path in paths {
            try Task.checkCancellation()
            if console.isOutputClosed { break }
            do {
                try body(path)
            } catch let failure as CommandFailure where failure.exitCode == .usage {
                console.report(failure)
                progress.update { $0.failed += 1 }
                code = .usage
            }
            progress.update { $0.completed += 1 }
        }
        return code
    }
}
