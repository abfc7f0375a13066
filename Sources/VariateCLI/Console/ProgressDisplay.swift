import Dispatch
import Synchronization

/// Shows progress on standard error: a line that redraws itself on a terminal, now and then a plain line elsewhere,
/// nothing when quiet. Short work shows nothing at all.
final class ProgressDisplay: Sendable {
    private struct State {
        var progress: ProgressState
        var frame = 0
        var lastPlainLine = 0.0
        var isFinished = false
    }

    /// Seconds before anything is shown.
    private static let patience = 0.4
    /// Seconds between frames on a terminal.
    private static let frameInterval = 0.1
    /// Seconds between plain lines.
    private static let plainInterval = 5.0

    private let console: Console
    private let start = ContinuousClock.now
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "variate.progress")

    init(_ progress: ProgressState, console: Console) {
        self.console = console
        state = Mutex(State(progress: progress))
        if console.verbosity != .quiet { schedule(after: Self.patience) }
    }

    /// Changes what is shown.
    func update(_ change: (inout ProgressState) -> Void) {
        state.withLock { change(&$0.progress) }
    }

    /// Takes the line away. Nothing is shown afterwards.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            if console.terminal.allowsAnimation { console.setStatus("") }
        }
    }

    private func schedule(after seconds: Double) {
        queue.asyncAfter(deadline: .now() + seconds) { [weak self] in self?.tick() }
    }

    private func tick() {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let goesOn = state.withLock { state in
            if state.isFinished { return false }
            show(&state, elapsed: elapsed)
            return true
        }
        if goesOn { schedule(after: Self.frameInterval) }
    }

    private func show(_ state: inout State, elapsed: Double) {
        if console.terminal.allowsAnimation {
            let line = ProgressLine(
                width: console.terminal.width, unicode: console.terminal.allowsUnicode,
                color: console.terminal.allowsColor)
            console.setStatus(line.render(state.progress, elapsed: elapsed, frame: state.frame))
            state.frame += 1
        } else if elapsed - state.lastPlainLine >= Self.plainInterval {
            state.lastPlainLine = elapsed
            console.notice(ProgressLine.plain(state.progress, elapsed: elapsed))
        }
    }
}
