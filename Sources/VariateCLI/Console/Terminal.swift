import Foundation

/// What the terminal behind the standard streams can show.
struct Terminal: Sendable, Equatable {
    var outputIsTerminal = false
    var errorIsTerminal = false
    /// Columns of the terminal behind standard error.
    var width = 80
    /// Whether a line on standard error may be redrawn.
    var allowsAnimation = false
    var allowsColor = false
    /// Whether the locale is UTF-8, so that bars and spinners can be drawn with more than ASCII.
    var allowsUnicode = false

    /// Nothing but plain text: for pipes and tests.
    static let none = Terminal()

    /// Derives the abilities: no colour and no animation off a terminal, with `NO_COLOR` or with `TERM=dumb`.
    init(environment: [String: String], outputIsTerminal: Bool, errorIsTerminal: Bool, width: Int?) {
        self.outputIsTerminal = outputIsTerminal
        self.errorIsTerminal = errorIsTerminal
        self.width = width ?? environment["COLUMNS"].flatMap(Int.init) ?? 80
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        allowsAnimation = errorIsTerminal && !isPlain
        allowsColor = allowsAnimation
        let locale = [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
            .compactMap { $0 }.first { !$0.isEmpty }
        allowsUnicode = (locale ?? "").uppercased().filter { $0 != "-" }.contains("UTF8")
    }

    private init() {}

    /// The process's own terminal.
    static func current(environment: [String: String]) -> Terminal {
        let errorIsTerminal = isatty(STDERR_FILENO) == 1
        return Terminal(
            environment: environment, outputIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: errorIsTerminal,
            width: errorIsTerminal ? columns(of: STDERR_FILENO) : nil)
    }

    /// The columns of the terminal at a descriptor. The corresponding C function is `ioctl` with `TIOCGWINSZ`.
    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
