#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads whole regular files, never waiting for a FIFO or a device, and never more than a limit.
public enum FileReader {
    /// The bytes of the file at a path. Symbolic links are followed.
    /// - Throws: `unreadable` with the reason, `empty`, or `exceedsLimit` before anything is allocated.
    public static func read(_ path: String, maximumBytes: Int) throws(CodecError) -> [UInt8] {
        if path.isEmpty || path.utf8.contains(0) { throw .unreadable(path: path, reason: "not a file name") }
        // Without O_NONBLOCK, opening a FIFO waits for its writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        if descriptor < 0 { throw .unreadable(path: path, reason: reason(errno)) }
        defer { close(descriptor) }

        var status = stat()
        if fstat(descriptor, &status) != 0 { throw .unreadable(path: path, reason: reason(errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .unreadable(path: path, reason: "it is a directory")
        case S_IFIFO: throw .unreadable(path: path, reason: "it is a FIFO")
        default: throw .unreadable(path: path, reason: "it is not a regular file")
        }
        let size = Int(status.st_size)
        if size == 0 { throw .empty }
        if size > maximumBytes {
            throw .exceedsLimit("the size of the file in bytes", found: size, allowed: maximumBytes)
        }

        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = Self.readOnce(descriptor, base + count, size - count)
                if got < 0 { failure = errno }
                if got <= 0 { return }
                count += got
            }
        }
        if failure != 0 { throw .unreadable(path: path, reason: reason(failure)) }
        if bytes.isEmpty { throw .empty }
        return bytes
    }

    /// The corresponding C function is `read`, again when a signal interrupts it.
    private static func readOnce(_ descriptor: Int32, _ destination: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        while true {
            let got = systemRead(descriptor, destination, count)
            if got >= 0 || errno != EINTR { return got }
        }
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "no permission"
        case ENOTDIR: "a part of its path is not a directory"
        case ELOOP: "its symbolic links lead in a circle"
        case ENAMETOOLONG: "its name is too long"
        case EMFILE, ENFILE: "too many files are open"
        case EIO: "the disk reports an error"
        case ENXIO, ENODEV: "it is not a regular file"
        default: "system error \(code)"
        }
    }
}

private func systemRead(_ descriptor: Int32, _ destination: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, destination, count)
}
