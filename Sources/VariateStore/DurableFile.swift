import Glibc

/// Files that are there whole or not at all, whatever kills the process.
public enum DurableFile {
    private static let temporaryPrefix = ".variate-"
    private static let temporarySuffix = ".tmp"

    /// Writes the bytes: a temporary file in the same directory, fsync, rename over `path`, fsync of the directory.
    ///
    /// With `replacing` false, an existing file makes it fail with `EEXIST`, also when it appears meanwhile.
    public static func write(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws(StoreError) {
        let directory = split(path).directory
        // The target's name is no part of it: with it, a name of the longest length that is allowed would be too long.
        let temporary = "\(directory)/\(temporaryName(process: getpid(), number: .random(in: 0...(.max))))"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure("create", temporary) }
        do throws(StoreError) {
            try writeAll(bytes, to: file, path: temporary)
            guard fsync(file) == 0 else { throw failure("flush", temporary) }
        } catch {
            close(file)
            unlink(temporary)
            throw error
        }
        close(file)
        let moved = replacing ? rename(temporary, path) : link(temporary, path)
        if moved != 0 {
            let error = failure("write", path)
            unlink(temporary)
            throw error
        }
        if !replacing { unlink(temporary) }
        try synchronizeDirectory(directory)
    }

    /// The whole content of a regular file, or nil when there is no such file.
    public static func read(_ path: String) throws(StoreError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("open", path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw failure("read", path, code: EINVAL) }
        let size = Int(status.st_size)
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while done < size {
                guard let base = buffer.baseAddress else { break }
                let got = Glibc.read(file, base + done, size - done)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                done += got
            }
            count = done
        }
        guard done == size else { throw failure("read", path, code: EIO) }
        return bytes
    }

    /// Creates a directory and its parents, where they are missing, and flushes each new one's parent: what is written
    /// into them survives a power cut.
    public static func createDirectory(_ path: String, mode: mode_t = 0o755) throws(StoreError) {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw failure("create directory", path, code: ENOTDIR) }
            return
        }
        let (parent, _) = split(path)
        if parent != path, !parent.isEmpty { try createDirectory(parent, mode: mode) }
        if mkdir(path, mode) != 0 {
            let code = errno
            guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw failure("create directory", path, code: code)
            }
        }
        try synchronizeDirectory(parent)
    }

    /// What a temporary file is called: `.variate-PID-NUMBER.tmp`.
    static func temporaryName(process: pid_t, number: UInt64) -> String {
        "\(temporaryPrefix)\(process)-\(number)\(temporarySuffix)"
    }

    /// Removes temporary files that a killed process of this program left in a directory. This process's own stay, those
    /// of others that still run, and whatever is called otherwise or is no regular file.
    public static func removeTemporaries(in directory: String) {
        for name in names(in: directory) {
            guard let process = owner(ofTemporary: name), process != getpid() else { continue }
            if kill(process, 0) == 0 || errno != ESRCH { continue }
            let path = "\(directory)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            unlink(path)
        }
    }

    /// The process that a temporary file belongs to by its name; nil for every name that `write` would not make.
    private static func owner(ofTemporary name: String) -> pid_t? {
        guard name.hasPrefix(temporaryPrefix), name.hasSuffix(temporarySuffix) else { return nil }
        let words = name.dropFirst(temporaryPrefix.count).dropLast(temporarySuffix.count)
            .split(separator: "-", omittingEmptySubsequences: false)
        guard words.count == 2, let process = pid_t(words[0]), process > 0, let number = UInt64(words[1]),
            name == temporaryName(process: process, number: number)
        else { return nil }
        return process
    }

    /// The names in a directory, sorted; empty when it cannot be read.
    public static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a file; one that is not there is no error.
    public static func remove(_ path: String) throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }

    /// Moves a file to a name that must be free; never overwrites. On another file system it is copied, flushed and then
    /// removed from where it was.
    public static func move(_ source: String, to target: String) throws(StoreError) {
        if link(source, target) != 0 {
            // No hard links here, or not across these directories.
            guard [EXDEV, EPERM, EMLINK, ENOTSUP].contains(errno) else { throw failure("move", source) }
            guard let bytes = try read(source) else { throw failure("move", source, code: ENOENT) }
            try write(bytes, to: target, replacing: false)
        } else {
            try synchronizeDirectory(split(target).directory)
        }
        guard unlink(source) == 0 else { throw failure("remove", source) }
        try synchronizeDirectory(split(source).directory)
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32, path: String) throws(StoreError) {
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(file, base + done, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    code = errno
                    return
                }
                done += count
            }
        }
        if code != 0 { throw failure("write", path, code: code) }
    }

    private static func synchronizeDirectory(_ path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if file < 0 {
            // One that may be written to but not read cannot be flushed.
            if errno == EACCES { return }
            throw failure("open", path)
        }
        defer { close(file) }
        // Some file systems cannot flush a directory; their rename is as durable as they can make it.
        guard fsync(file) == 0 || errno == EINVAL else { throw failure("flush", path) }
    }

    /// The directory part, `.` when there is none, and the last component.
    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let name = String(path[path.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }

    private static func failure(_ operation: String, _ path: String, code: Int32 = errno) -> StoreError {
        StoreError(operation: operation, path: path, code: code)
    }
}
