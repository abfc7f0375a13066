import Synchronization

/// The tool's voice: data on standard output, talk on standard error, and at most one line of progress, which gets out
/// of the way of everything else.
final class Console: Sendable {
    /// How much is said on standard error.
    enum Verbosity: Sendable {
        case quiet, normal, verbose
    }

    let terminal: Terminal
    let verbosity: Verbosity
    private let output: any TextSink
    private let errors: any TextSink
    private let state = Mutex(State())

    private struct State {
        /// The line of progress that stands on the terminal now.
        var status = ""
        var outputIsClosed = false
    }

    init(output: any TextSink, errors: any TextSink, terminal: Terminal, verbosity: Verbosity = .normal) {
        self.output = output
        self.errors = errors
        self.terminal = terminal
        self.verbosity = verbosity
    }

    /// Whether the reader of standard output is gone, so that there is no use in producing more.
    var isOutputClosed: Bool { state.withLock { $0.outputIsClosed } }

    /// Writes one line of data. A reader that is gone is no error; a full disk is.
    func print(_ line: String) throws(CommandFailure) {
        try write(line + "\n")
    }

    /// Writes data as it is.
    func write(_ text: String) throws(CommandFailure) {
        let failure = state.withLock { state -> String? in
            if state.outputIsClosed { return nil }
            hideStatus(state)
            defer { showStatus(state) }
            do throws(SinkFailure) {
                try output.write(text)
            } catch {
                switch error {
                case .closed: state.outputIsClosed = true
                case .failed(let reason): return reason
                }
            }
            return nil
        }
        if let failure {
            throw CommandFailure(subject: "standard output", message: failure, exitCode: .internalError)
        }
    }

    /// Tells the user something, unless quiet.
    func notice(_ message: String) {
        if verbosity != .quiet { say(message) }
    }

    /// Tells the user something that few want to know.
    func detail(_ message: String) {
        if verbosity == .verbose { say(message) }
    }

    /// Reports an error, always.
    func report(_ failure: CommandFailure) {
        say(failure.line)
    }

    /// Puts a line of progress on the terminal, or takes it away when it is empty. Only for terminals that can redraw.
    func setStatus(_ line: String) {
        state.withLock { state in
            if state.status == line { return }
            hideStatus(state)
            state.status = line
            showStatus(state)
        }
    }

    /// Says one line; names and messages in it, wherever they come from, cannot write to the terminal.
    private func say(_ message: String) {
        let line = message.escapingControlCharacters
        state.withLock { state in
            hideStatus(state)
            try? errors.write(line + "\n")
            showStatus(state)
        }
    }

    private func hideStatus(_ state: State) {
        if !state.status.isEmpty { try? errors.write("\r\u{1B}[K") }
    }

    private func showStatus(_ state: State) {
        if !state.status.isEmpty { try? errors.write(state.status) }
    }
}
