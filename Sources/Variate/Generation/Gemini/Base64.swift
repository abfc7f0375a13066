/// Base64 (RFC 4648): written with the standard alphabet and padding, read with either alphabet.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    private static let invalid: UInt8 = 0xFF

    /// The six bits that each byte stands for; `-` and `_` of the URL-safe alphabet are `+` and `/`.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: invalid, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        values[Int(UInt8(ascii: "-"))] = 62
        values[Int(UInt8(ascii: "_"))] = 63
        return values
    }()

    /// Appends the bytes as base64 with padding.
    /// - Complexity: O(bytes).
    static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        let alphabet = alphabet
        text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
        var i = 0
        while i + 3 <= bytes.count {
            let group = UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2])
            text.append(alphabet[Int(group >> 18)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(alphabet[Int(group >> 6 & 63)])
            text.append(alphabet[Int(group & 63)])
            i += 3
        }
        let left = bytes.count - i
        if left == 0 { return }
        let group = UInt32(bytes[i]) << 16 | (left == 2 ? UInt32(bytes[i + 1]) << 8 : 0)
        text.append(alphabet[Int(group >> 18)])
        text.append(alphabet[Int(group >> 12 & 63)])
        text.append(left == 2 ? alphabet[Int(group >> 6 & 63)] : padding)
        text.append(padding)
    }

    /// The bytes that the text stands for, read where it lies; nil where it is not base64.
    ///
    /// Padding may be left out. Everything else is strict: no white space, no other characters, no padding in the
    /// middle, no impossible length, no bits left over.
    /// - Complexity: O(range), one allocation of the result.
    static func decode(_ text: [UInt8], in range: Range<Int>) -> [UInt8]? {
        var end = range.upperBound
        if range.count % 4 == 0 {
            for _ in 0..<2 where end > range.lowerBound && text[end - 1] == padding { end -= 1 }
        }
        let count = end - range.lowerBound
        let tail = count % 4
        if tail == 1 { return nil }
        let values = values
        var bytes = [UInt8](repeating: 0, count: count / 4 * 3 + max(tail - 1, 0))
        var i = range.lowerBound
        var o = 0
        var seen: UInt8 = 0
        while i + 4 <= end {
            let a = values[Int(text[i])]
            let b = values[Int(text[i + 1])]
            let c = values[Int(text[i + 2])]
            let d = values[Int(text[i + 3])]
            seen |= a | b | c | d
            bytes[o] = a << 2 | b >> 4
            bytes[o + 1] = b << 4 | c >> 2
            bytes[o + 2] = c << 6 | d
            i += 4
            o += 3
        }
        if tail > 0 {
            let a = values[Int(text[i])]
            let b = values[Int(text[i + 1])]
            let c = tail == 3 ? values[Int(text[i + 2])] : 0
            seen |= a | b | c
            bytes[o] = a << 2 | b >> 4
            if tail == 3 { bytes[o + 1] = b << 4 | c >> 2 }
            let leftOver = tail == 3 ? c & 0b11 : b & 0b1111
            if leftOver != 0 { return nil }
        }
        // Six-bit values leave the top bits clear; only an invalid character sets them.
        return seen & 0b1100_0000 == 0 ? bytes : nil
    }
}
