/// One option, described once: parsing, help, completions, environment and configuration files all read this.
struct OptionSpecification: Sendable, Equatable {
    /// What kind of value the option takes.
    enum Kind: Sendable, Equatable {
        /// Present or absent; `negatable` ones also have a `--no-` form.
        case flag(negatable: Bool)
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        case text
        /// An absolute http or https address without user name and password.
        case url
        case file
        case directory
        /// One of a few words, in any case, or the path of a file, which has a slash or a dot in it.
        case wordOrFile([String])
        /// `NAME=NUMBER`, several separated by commas or given by repeating the option.
        case assignments
        /// One of a few words, in any case.
        case choice([String])
        /// Any of a few words, separated by commas or given by repeating the option.
        case choices([String])
    }

    /// Where else than on the command line the option can be set.
    enum Configurability: Sendable, Equatable {
        case commandLineOnly
        /// The environment and the user's own file, but not a file that comes with somebody's project.
        case userOnly
        /// Everywhere, but a project's file can only lower the number that the user set.
        case loweredByProject
        case everywhere
    }

    /// The name after `--`.
    let name: String
    /// The letter after `-`.
    var short: Character?
    let kind: Kind
    /// What stands for the value in help, for example `SECONDS`; empty for flags.
    var valueName = ""
    /// The default as a user would write it; nil when there is none.
    var defaultText: String?
    /// One sentence for help.
    let help: String
    /// Whether each use adds a value instead of replacing the one before.
    var repeats = false
    var configurability = Configurability.commandLineOnly
    /// Accepted, but in neither help nor completions.
    var hidden = false

    /// For example `--count`.
    var flag: String { "--\(name)" }

    /// Whether the option is followed by a value.
    var takesValue: Bool {
        if case .flag = kind { false } else { true }
    }

    /// Whether there is a `--no-` form.
    var isNegatable: Bool { kind == .flag(negatable: true) }

    /// The words that are allowed, where there are only a few.
    var allowedWords: [String] {
        switch kind {
        case .choice(let words), .choices(let words), .wordOrFile(let words): words
        case .flag, .integer, .number, .text, .url, .file, .directory, .assignments: []
        }
    }

    /// The environment variable that sets it, for example `VARIATE_MAX_COST`.
    var environmentName: String {
        "VARIATE_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    }
}
