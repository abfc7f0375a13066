import Foundation
import VariateStore

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

    private let name: String
    private let source: ByteReader
    private var buffer: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    /// Opens the input.
    /// - Throws: when there is nothing that could be opened.
    init(path: String) throws(CommandFailure) {
        name = path == "-" ? "standard input" : path
        do throws(StoreError) {
            source = path == "-" ? ByteReader() : try ByteReader(path: path)
        } catch {
            throw CommandFailure(unreadable: name, error)
        }
    }

    /// The next line, or nil at the end.
    /// - Throws: when reading fails: the input is a directory, was closed, or lies on a disk that fails.
    mutating func next() throws(CommandFailure) -> InputLine? {
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
            if try !refill() {
                return line.isEmpty ? nil : InputLine(number: number, bytes: line, isTooLong: isTooLong)
            }
        }
    }

    /// Whether there is more. What has arrived is taken at once, without waiting for a full buffer.
    private mutating func refill() throws(CommandFailure) -> Bool {
        if isAtEnd { return false }
        do throws(StoreError) {
            buffer = try source.next()
        } catch {
            throw CommandFailure(unreadable: name, error)
        }
        position = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}

extension CommandFailure {
    /// Input that cannot be read.
    fileprivate init(unreadable name: String, _ error: StoreError) {
        let reason =
            switch error.code {
            case ENOENT: "there is no such file"
            case EISDIR: "it is a directory"
            case EACCES: "no permission"
            case EBADF: "it is closed"
            default: error.reason
            }
        self.init(subject: name, message: "cannot be read: \(reason)")
    }
}
