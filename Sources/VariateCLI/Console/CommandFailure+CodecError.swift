import VariateCodecs

extension CommandFailure {
    /// A file that is not a picture.
    init(_ error: CodecError, file: String) {
        self.init(subject: file, message: error.description, advice: error.advice ?? "", exitCode: .usage)
    }
}
