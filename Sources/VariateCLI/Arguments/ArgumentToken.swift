/// First phase, split: what each argument looks like, before anything is known of the command's options.
enum ArgumentToken: Sendable, Equatable {
    /// `--name` or `--name=value`.
    case long(name: String, value: String?)
    /// `-n`, `-n4` or `-qv`: the characters after the dash.
    case short(String)
    /// Anything else, `-` and negative numbers included.
    case word(String)
    /// Anything after `--`: never an option.
    case literal(String)

    /// One token an argument; the `--` itself disappears.
    static func split(_ arguments: [String]) -> [ArgumentToken] {
        var tokens: [ArgumentToken] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--" {
                return tokens + arguments[(index + 1)...].map(ArgumentToken.literal)
            }
            tokens.append(ArgumentToken(argument))
        }
        return tokens
    }

    private init(_ argument: String) {
        if argument.hasPrefix("--") {
            let body = argument.dropFirst(2)
            let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            self = .long(name: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : nil)
        } else if argument.hasPrefix("-"), argument != "-", !Self.isNegativeNumber(argument) {
            self = .short(String(argument.dropFirst()))
        } else {
            self = .word(argument)
        }
    }

    private static func isNegativeNumber(_ argument: String) -> Bool {
        let body = argument.dropFirst()
        guard let first = body.first, first.isASCII, first.isNumber || first == "." else { return false }
        return Double(body) != nil
    }

    /// The text that the token can be as an option's value; nil when it is an option itself.
    var asValue: String? {
        switch self {
        case .word(let text): text
        case .long, .short, .literal: nil
        }
    }
}
