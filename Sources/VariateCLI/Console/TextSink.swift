import Foundation
import Synchronization

/// Takes text: a standard stream, or a test's memory.
protocol TextSink: Sendable {
    /// Writes all of it, or says why not.
    func write(_ text: String) throws(SinkFailure)
}

/// Why text could not be written.
enum SinkFailure: Error, Sendable, Equatable {
    /// The reader is gone, as after `| head`.
    case closed
    case failed(String)
}

/// Standard output or standard error. Needs SIGPIPE to be ignored.
struct StandardStream: TextSink {
    private let handle: FileHandle

    static var output: StandardStream { StandardStream(handle: .standardOutput) }
    static var error: StandardStream { StandardStream(handle: .standardError) }

    func write(_ text: String) throws(SinkFailure) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.domain == NSPOSIXErrorDomain, cause?.code == Int(EPIPE) { throw .closed }
            throw .failed((cause ?? error as NSError).localizedDescription)
        }
    }
}

/// Keeps what is written, for tests.
final class MemorySink: TextSink {
    private let content = Mutex("")

    /// Everything written so far.
    var text: String { content.withLock { $0 } }

    func write(_ text: String) throws(SinkFailure) {
        content.withLock { $0 += text }
    }
}
