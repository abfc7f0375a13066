/// The one way in which documents become JSON text: members in the documented order, shortest numbers that read back
/// equal, nothing that is not finite.
public enum JSONText {
    /// One line, for newline-delimited JSON.
    public static func line(_ value: some Encodable) throws -> String {
        try OrderedJSONEncoder().encode(value).compactText
    }

    /// Indented, ending in a line break, for files and people.
    public static func document(_ value: some Encodable) throws -> String {
        try OrderedJSONEncoder().encode(value).indentedText + "\n"
    }
}
