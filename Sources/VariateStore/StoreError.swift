import Glibc

/// A file operation that failed: which, on what, and the system's reason.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The operation, for example `write`.
    public let operation: String
    /// The file or directory.
    public let path: String
    /// The system's error number.
    public let code: Int32
    /// The system's words for it.
    public let reason: String

    /// An error in the words given, or else in the system's own.
    public init(operation: String, path: String, code: Int32, reason: String? = nil) {
        self.operation = operation
        self.path = path
        self.code = code
        self.reason = reason ?? String(cString: strerror(code))
    }

    /// For example `cannot write /tmp/x: No space left on device`.
    public var description: String { "cannot \(operation) \(path): \(reason)" }
}
