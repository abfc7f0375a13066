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

    /// The variables that may hold a key, strongest first, as in Google's own library.
    public static let environmentVariables = ["GOOGLE_API_KEY", "GEMINI_API_KEY"]

    /// The variable whose key is used: the first that holds one that can be sent.
    public static func variable(in environment: [String: String]) -> String? {
        environmentVariables.first { APIKey(environment[$0] ?? "") != nil }
    }

    /// The key that the environment holds, in the variable that `variable(in:)` names.
    public init?(environment: [String: String]) {
        guard let name = Self.variable(in: environment) else { return nil }
        self.init(environment[name] ?? "")
    }

    /// The secret itself, for the one header that carries it.
    var headerValue: String { secret }

    /// The text with every occurrence of the key taken out, whatever stands beside it: bytes are compared, since a
    /// combining mark after the key makes other characters of it.
    /// - Complexity: O(bytes of the text) for texts that hold few beginnings of the key.
    func scrubbed(from text: String) -> String {
        let (bytes, key) = (Array(text.utf8), Array(secret.utf8))
        guard let first = key.first else { return text }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if bytes[position] == first, bytes[position...].starts(with: key) {
                kept += Self.redaction.utf8
                position += key.count
            } else {
                kept.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
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
