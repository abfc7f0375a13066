import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into cancellation: the first asks the run to save what there is, the second quits at once.
final class SignalHandling: Sendable {
    private let wasInterrupted = Mutex(false)
    private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

    /// Whether a signal has arrived.
    var isInterrupted: Bool { wasInterrupted.withLock { $0 } }

    /// Makes writing to a closed pipe an error instead of the end of the process.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Calls `onFirst` at the first signal; at the second the process ends with 130.
    func install(onFirst: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "variate.signals", qos: .userInteractive)
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            sources.withLock { sources in
                let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
                source.setEventHandler { [weak self] in self?.receive(onFirst) }
                source.activate()
                sources.append(source)
            }
        }
    }

    private func receive(_ onFirst: @Sendable () -> Void) {
        let isFirst = wasInterrupted.withLock { wasInterrupted in
            defer { wasInterrupted = true }
            return !wasInterrupted
        }
        if isFirst {
            onFirst()
        } else {
            _exit(ExitCode.interrupted.rawValue)
        }
    }
}
