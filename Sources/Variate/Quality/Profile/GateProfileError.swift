/// Why a text is no gate profile.
public struct GateProfileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, or the name of the profile where it is no file.
    public var file: String
    /// Where in the document, for example `detectors.blurred.variance_fall`; empty for the whole.
    public var keyPath: String
    /// What is wrong there.
    public var message: String
    /// What was probably meant, where something is near.
    public var suggestion: String?

    init(file: String = "", keyPath: String = "", message: String, suggestion: String? = nil) {
        self.file = file
        self.keyPath = keyPath
        self.message = message
        self.suggestion = suggestion
    }

    /// For example `mine.json: bounds.blured: no such key; did you mean blurred?`.
    public var description: String {
        [file, keyPath].filter { !$0.isEmpty }.map { "\($0): " }.joined() + message
            + (suggestion.map { "; did you mean \($0)?" } ?? "")
    }

    func inFile(_ name: String) -> GateProfileError {
        GateProfileError(file: name, keyPath: keyPath, message: message, suggestion: suggestion)
    }
}
