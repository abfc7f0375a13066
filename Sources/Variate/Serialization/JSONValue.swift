/// A JSON document whose objects keep the order of their members.
public enum JSONValue: Sendable, Equatable {
    case null
    case flag(Bool)
    case integer(Int)
    case unsigned(UInt64)
    /// Written with the fewest digits that read back as the same number; what is not finite is written as `null`.
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSONValue

        /// Names a value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The document on one line.
    public var compactText: String {
        var text = ""
        write(to: &text, indentation: nil)
        return text
    }

    /// The document over several lines, indented by two spaces a level, without a line break at the end.
    public var indentedText: String {
        var text = ""
        write(to: &text, indentation: 0)
        return text
    }

    private func write(to text: inout String, indentation: Int?) {
        switch self {
        case .null: text += "null"
        case .flag(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .unsigned(let value): text += String(value)
        case .number(let value): text += value.isFinite ? Self.shortest(value) : "null"
        case .text(let value): Self.writeQuoted(value, to: &text)
        case .array(let values):
            Self.writeList(values, "[", "]", to: &text, indentation: indentation) { value, text, inner in
                value.write(to: &text, indentation: inner)
            }
        case .object(let members):
            Self.writeList(members, "{", "}", to: &text, indentation: indentation) { member, text, inner in
                Self.writeQuoted(member.name, to: &text)
                text += inner == nil ? ":" : ": "
                member.value.write(to: &text, indentation: inner)
            }
        }
    }

    /// For example `4`, `0.1` or `1e-07`: whole numbers without a fraction.
    private static func shortest(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: String, _ close: String, to text: inout String, indentation: Int?,
        writeElement: (Element, inout String, Int?) -> Void
    ) {
        text += open
        let inner = indentation.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: "  ", count: inner) }
            writeElement(element, &text, inner)
        }
        if let indentation, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indentation) }
        text += close
    }

    private static func writeQuoted(_ value: String, to text: inout String) {
        let digits = Array("0123456789abcdef")
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\0"..."\u{1F}", "\u{7F}":
                text += "\\u00" + [digits[Int(scalar.value >> 4)], digits[Int(scalar.value & 15)]]
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
