extension String {
    /// The text on one line, with every character that could move the cursor or reorder what is beside it written as
    /// `\n`, `\t` or `\u{1b}`, so that no name can write to the terminal or pretend to be another.
    ///
    /// These are control characters, line separators, and Unicode's format characters such as the bidirectional overrides.
    /// The two joiners are left: some scripts and emoji need them within words. Escaping twice changes nothing more.
    var escapingControlCharacters: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\u{200C}", "\u{200D}": escaped.unicodeScalars.append(scalar)
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator:
                    escaped += "\\u{\(String(scalar.value, radix: 16))}"
                default: escaped.unicodeScalars.append(scalar)
                }
            }
        }
        return escaped
    }
}
