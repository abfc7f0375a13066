/// The escapes of JSON strings (RFC 8259, section 7), both ways.
enum JSONEscapes {
    /// The bytes with escapes resolved; lone surrogates become U+FFFD, broken escapes stay as they are.
    static func resolve(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var i = text.startIndex
        while i < text.endIndex {
            guard text[i] == UInt8(ascii: "\\"), i + 1 < text.endIndex else {
                result.append(text[i])
                i += 1
                continue
            }
            let letter = text[i + 1]
            if let plain = single(letter) {
                result.append(plain)
                i += 2
            } else if letter == UInt8(ascii: "u"), let unit = codeUnit(text, at: i + 2) {
                i += 6
                var scalar = Unicode.Scalar(unit)
                if UTF16.isLeadSurrogate(unit), text.dropFirst(i - text.startIndex).starts(with: Array("\\u".utf8)),
                    let trail = codeUnit(text, at: i + 2), UTF16.isTrailSurrogate(trail)
                {
                    i += 6
                    scalar = Unicode.Scalar(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(trail & 0x3FF))
                }
                result.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
            } else {
                result.append(text[i])
                i += 1
            }
        }
        return result
    }

    /// Appends a quoted string.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u".utf8)
                bytes.append(contentsOf: (String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func single(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func codeUnit(_ text: ArraySlice<UInt8>, at start: Int) -> UInt16? {
        guard start + 4 <= text.endIndex else { return nil }
        let digits = text[start..<start + 4]
        let isHex = digits.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"):
                true
            default: false
            }
        }
        return isHex ? UInt16(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }
}
