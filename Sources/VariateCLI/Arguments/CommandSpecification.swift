/// One subcommand, described once.
struct CommandSpecification: Sendable, Equatable {
    /// What stands on the command line besides options.
    struct Operand: Sendable, Equatable {
        /// What completes it.
        enum Completion: Sendable, Equatable {
            case files
            case words([String])
        }

        /// Its name in help, for example `IMAGE`.
        let name: String
        /// How many there may be.
        let count: ClosedRange<Int>
        let help: String
        var completion = Completion.files

        /// For example `IMAGE…` or `[COMMAND]`.
        var usage: String {
            let name = count.upperBound > 1 && count.lowerBound != 2 ? "\(name)…" : name
            let repeated = count == 2...2 ? "\(name) \(name)" : name
            return count.lowerBound == 0 ? "[\(repeated)]" : repeated
        }
    }

    let name: String
    /// One sentence for the list of commands.
    let summary: String
    /// A paragraph or two for the command's own help.
    var discussion = ""
    var operands: [Operand] = []
    var options: [OptionSpecification] = []
    /// Command lines worth copying.
    var examples: [String] = []
    /// Whether an interrupt lets it save what there is, instead of ending it at once.
    var savesWhenInterrupted = false
    /// Groups of flags of which only one may be given.
    var conflicts: [[String]] = []

    /// The option of that long name.
    func option(named name: String) -> OptionSpecification? {
        options.first { $0.name == name }
    }

    /// The option of that letter.
    func option(short: Character) -> OptionSpecification? {
        options.first { $0.short == short }
    }

    /// The options that help and completions show.
    var visibleOptions: [OptionSpecification] { options.filter { !$0.hidden } }
}
