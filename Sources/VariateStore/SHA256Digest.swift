import CStorage

/// The SHA-256 of some bytes (FIPS 180-4), the name under which content is known.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Digests the bytes. The corresponding C function is `SHA256`.
    /// - Complexity: O(bytes).
    public init(of content: [UInt8]) {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(content, content.count, &digest)
        bytes = digest
    }

    /// Digests the UTF-8 bytes of a text.
    public init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// The first 16 hexadecimal digits: enough to tell things apart in a report.
    public var short: String { String(description.prefix(16)) }

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
