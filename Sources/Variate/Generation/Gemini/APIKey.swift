/// A secret that never prints itself: not in descriptions, dumps, mirrors or interpolated texts.
public struct APIKey: Sendable, Equatable {
    private let secret: String

    /// Keeps a key, without white space around it; nil where nothing is left or it could not be sent in a header.
    public init?(_ text: String) {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let kept = Array(text.utf8.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
        guard !kept.isEmpty, kept.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        secret = String(decoding: kept, as: UTF8.self)
    }

    /// The key that the environment holds: `GOOGLE_API_KEY` before `GEMINI_API_KEY`, as Google's own library does.
    public init?(environment: [String: String]) {
        for name in ["GOOGLE_API_KEY", "GEMINI_API_KEY"] {
            if let key = environment[name].flatMap({ APIKey($0) }) {
                self = key
                return
            }
        }
        return nil
    }

    /// The secret itself, for the one header that carries it.
    var headerValue: String { secret }

    /// The text with every occurrence of the key taken out.
    func scrubbed(from text: String) -> String {
        text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: Self.redaction)
    }

    private static let redaction = "[key]"
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same, whatever the key.
    public var description: String { Self.redaction }
    /// Always the same, whatever the key.
    public var debugDescription: String { Self.redaction }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
