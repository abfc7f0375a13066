import Glibc

/// Reads bytes as they arrive, from a file, a FIFO or standard input, without waiting for a full buffer.
public final class ByteReader {
    private let file: Int32
    private let path: String
    private let closesAtEnd: Bool

    /// Most bytes that are read at once.
    private static let bufferSize = 1 << 16

    /// Opens a file. A FIFO without a writer makes it wait for one.
    /// - Throws: when it cannot be opened.
    public init(path: String) throws(StoreError) {
        var opened: Int32
        repeat { opened = open(path, O_RDONLY | O_CLOEXEC) } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw StoreError(operation: "open", path: path, code: errno) }
        file = opened
        self.path = path
        closesAtEnd = true
    }

    /// Reads standard input, and leaves it open.
    public init() {
        file = STDIN_FILENO
        path = "standard input"
        closesAtEnd = false
    }

    deinit {
        if closesAtEnd { close(file) }
    }

    /// What has arrived, at least one byte; empty at the end. Waits where there is nothing yet.
    /// - Throws: when reading fails, as it does where the path is a directory or standard input was closed.
    public func next() throws(StoreError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.bufferSize) { buffer, count in
            var got: Int
            repeat { got = Glibc.read(file, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
            if got < 0 { code = errno }
            count = max(got, 0)
        }
        if code != 0 { throw StoreError(operation: "read", path: path, code: code) }
        return bytes
    }
}
