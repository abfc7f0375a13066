import VariateCodecs

/// Reads pictures for the commands that measure them.
struct ImageLoader: Sendable {
    let console: Console
    /// Whether damaged files are read as far as they go.
    let salvage: Bool

    init(_ context: CommandContext) {
        console = context.console
        salvage = context.settings.isSet(Options.salvage)
    }

    /// The decoded file, or the reason why there is none. What salvage had to leave out is said on standard error.
    func load(_ path: String) throws(CommandFailure) -> DecodedImage {
        do {
            let decoded = try ImageDecoder.decode(contentsOf: path, salvage: salvage)
            if let damage = decoded.damage {
                console.notice("variate: \(path): \(damage); going on with what is there")
            }
            return decoded
        } catch {
            throw CommandFailure(error, file: path)
        }
    }
}

extension CommandFailure {
    /// A file that is no picture.
    init(_ error: CodecError, file: String) {
        self.init(subject: file, message: error.description, advice: error.advice ?? "")
    }
}
