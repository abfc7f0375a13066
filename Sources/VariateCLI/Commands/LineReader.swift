import Foundation

/// One line of input, without its line break.
struct InputLine: Equatable {
    /// From 1.
    let number: Int
    let bytes: [UInt8]
    /// Whether it was longer than is kept; the bytes are then its beginning.
    let isTooLong: Bool

    /// Whether there is nothing but spaces.
    var isBlank: Bool { bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
}

/// Reads lines as they arrive, from a file, a FIFO or standard input (`-`).
struct LineReader {
    /// Longest line that is kept, in bytes.
    static let longestLine = 1 << 20
    private static let lineBreak: UInt8 = 0x0A

    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    init(path: String) throws(CommandFailure) {
        let name = path == "-" ? "standard input" : path
        // Standard input may be closed, or a directory.
        let file = path == "-" ? "/dev/stdin" : path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory) else {
            throw CommandFailure(subject: name, message: "cannot be read: there is no such file")
        }
        if isDirectory.boolValue {
            throw CommandFailure(subject: name, message: "cannot be read: it is a directory")
        }
        guard let opened = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(subject: name, message: "cannot be read: no permission")
        }
        handle = opened
    }

    /// The next line, or nil at the end.
    mutating func next() -> InputLine? {
        var line: [UInt8] = []
        var isTooLong = false
        number += 1
        while true {
            let rest = buffer[position...]
            let end = rest.firstIndex(of: Self.lineBreak)
            let part = rest[..<(end ?? buffer.endIndex)]
            let room = Self.longestLine - line.count
            isTooLong = isTooLong || part.count > room
            line += part.prefix(room)
            if let end {
                position = end + 1
                return InputLine(number: number, bytes: line, isTooLong: isTooLong)
            }
            position = buffer.endIndex
            if !refill() {
                return line.isEmpty ? nil : InputLine(number: number, bytes: line, isTooLong: isTooLong)
            }
        }
    }

    /// Whether there is more. What has arrived is taken at once, without waiting for a full buffer.
    private mutating func refill() -> Bool {
        if isAtEnd { return false }
        buffer = [UInt8](handle.availableData)
        position = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
