/// Reads JSON (RFC 8259) in place, forwards, one value at a time, without building a tree.
///
/// A provider's answer is megabytes of base64 with a few words around it: the scanner hands out ranges of the buffer,
/// and what nobody asks for is stepped over. It accepts raw control characters inside strings and leaves the digits of
/// skipped numbers unchecked; every other fault of form is an error.
struct JSONScanner {
    /// What is wrong with the text.
    enum Fault: Error, Equatable {
        /// It ends inside a value.
        case truncated
        /// A byte that cannot stand there, by its offset.
        case malformed(at: Int)
        /// Arrays and objects nested deeper than `maximumDepth`.
        case tooDeep
    }

    /// A string's bytes between its quotes.
    struct Text: Equatable {
        let range: Range<Int>
        /// Whether it holds escapes, so that the bytes are not yet the string.
        let isEscaped: Bool
    }

    /// The kinds of value, by their first byte.
    enum Kind {
        case object, array, string, number, boolean, null
    }

    /// Levels of nesting that are read.
    static let maximumDepth = 64

    let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    // MARK: Values

    /// The kind of the next value.
    mutating func peek() throws(Fault) -> Kind {
        skipSpace()
        switch try current() {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw .malformed(at: position)
        }
    }

    /// Steps over the next value.
    mutating func skip() throws(Fault) {
        switch try peek() {
        case .object: try object { (_, scanner) throws(Fault) in try scanner.skip() }
        case .array: try array { (scanner) throws(Fault) in try scanner.skip() }
        case .string: _ = try text()
        case .number: _ = numberRange()
        case .boolean: try literal(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
        case .null: try literal("null")
        }
    }

    /// Visits the members of an object; the visitor reads each value. Anything but an object is stepped over.
    mutating func object(_ visit: (String, inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
        guard try peek() == .object else { return try skip() }
        try enter()
        skipSpace()
        if try current() == UInt8(ascii: "}") { return leave() }
        while true {
            guard try peek() == .string else { throw .malformed(at: position) }
            let key = String(decoding: unescaped(try text()), as: UTF8.self)
            skipSpace()
            try expect(UInt8(ascii: ":"))
            try visit(key, &self)
            if try separator(orEnd: UInt8(ascii: "}")) { return leave() }
            skipSpace()
        }
    }

    /// Visits the elements of an array; the visitor reads each. Anything but an array is stepped over.
    mutating func array(_ visit: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
        guard try peek() == .array else { return try skip() }
        try enter()
        skipSpace()
        if try current() == UInt8(ascii: "]") { return leave() }
        while true {
            try visit(&self)
            if try separator(orEnd: UInt8(ascii: "]")) { return leave() }
        }
    }

    /// The next value where it is a string: its place in the buffer. Anything else is stepped over.
    mutating func stringRange() throws(Fault) -> Text? {
        guard try peek() == .string else {
            try skip()
            return nil
        }
        return try text()
    }

    /// The next value where it is a string, the whole of it: who cuts it must first take secrets out. Anything else is
    /// stepped over.
    mutating func string() throws(Fault) -> String? {
        guard let text = try stringRange() else { return nil }
        return String(decoding: unescaped(text), as: UTF8.self)
    }

    /// The next value where it is a whole number, or a string of one as Protocol Buffers write 64 bits.
    mutating func integer() throws(Fault) -> Int? {
        switch try peek() {
        case .string: return try string().flatMap { Int($0) }
        case .number:
            let digits = String(decoding: bytes[numberRange()], as: UTF8.self)
            return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
        default:
            try skip()
            return nil
        }
    }

    /// The next value where it is `true` or `false`. Anything else is stepped over.
    mutating func boolean() throws(Fault) -> Bool? {
        let isBoolean = try peek() == .boolean
        let isTrue = bytes[position] == UInt8(ascii: "t")
        try skip()
        return isBoolean ? isTrue : nil
    }

    /// Checks that nothing but white space is left.
    mutating func end() throws(Fault) {
        skipSpace()
        if position < bytes.count { throw .malformed(at: position) }
    }

    /// The string's bytes with its escapes resolved; lone surrogates become U+FFFD, broken escapes stay as they are.
    func unescaped(_ text: Text) -> [UInt8] {
        guard text.isEscaped else { return Array(bytes[text.range]) }
        return JSONEscapes.resolve(bytes[text.range])
    }

    // MARK: Parts of values

    private func current() throws(Fault) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func expect(_ byte: UInt8) throws(Fault) {
        guard try current() == byte else { throw .malformed(at: position) }
        position += 1
    }

    private mutating func literal(_ word: String) throws(Fault) {
        for byte in word.utf8 { try expect(byte) }
    }

    private mutating func enter() throws(Fault) {
        guard depth < Self.maximumDepth else { throw .tooDeep }
        depth += 1
        position += 1
    }

    private mutating func leave() {
        depth -= 1
        position += 1
    }

    /// Steps over a comma, or stops at the end; whether it was the end.
    private mutating func separator(orEnd end: UInt8) throws(Fault) -> Bool {
        skipSpace()
        if try current() == end { return true }
        try expect(UInt8(ascii: ","))
        return false
    }

    private mutating func numberRange() -> Range<Int> {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                position += 1
            default: return start..<position
            }
        }
        return start..<position
    }

    /// Steps over a string whose opening quote is next.
    private mutating func text() throws(Fault) -> Text {
        position += 1
        let start = position
        var isEscaped = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return Text(range: start..<position - 1, isEscaped: isEscaped)
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                position += 1
            }
            position += 1
        }
        throw .truncated
    }
}
