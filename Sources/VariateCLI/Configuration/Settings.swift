/// The value of every option of one run, and where each came from.
///
/// Precedence: the command line, then `VARIATE_…` in the environment, then the project's `.variate.json`, then the
/// user's `config.json`, then the defaults of the table. What limits spending is different: there a project's file counts
/// exactly where it is stricter than the user.
struct Settings: Sendable {
    /// One option's value.
    struct Setting: Sendable, Equatable {
        let option: OptionSpecification
        /// Nil when nothing sets it and there is no default.
        let value: OptionValue?
        let origin: SettingOrigin
    }

    /// In the table's order.
    let settings: [Setting]
    /// Unknown keys and the like, each a line for the user.
    let warnings: [String]

    /// Resolves the options from all layers.
    init(
        options: [OptionSpecification], commandLine: [String: OptionValue] = [:], environment: [String: String] = [:],
        files: [ConfigurationFile] = []
    ) throws(UsageError) {
        var settings: [Setting] = []
        var warnings = files.flatMap(\.warnings)
        for option in options {
            let isLowered = option.configurability == .loweredByProject
            let layers = isLowered ? files.filter { !$0.isProject } : files
            var layer = try Self.resolve(option, commandLine: commandLine, environment: environment, files: layers)
            if isLowered, let stricter = Self.projectLimit(option, below: layer.value, files: files) {
                if let value = layer.value {
                    warnings.append(
                        "\(stricter.origin.text): \(option.name) is \(stricter.value.text), which is below the "
                            + "\(value.text) of \(layer.origin.text), and counts")
                }
                layer = (stricter.value, stricter.origin)
            }
            settings.append(Setting(option: option, value: layer.value, origin: layer.origin))
        }
        self.settings = settings
        self.warnings = warnings
    }

    /// A number that a project's file sets, where it is below the user's, or the user set none.
    private static func projectLimit(
        _ option: OptionSpecification, below value: OptionValue?, files: [ConfigurationFile]
    ) -> (value: OptionValue, origin: SettingOrigin)? {
        guard let file = files.first(where: { $0.isProject && $0.values[option.name] != nil }),
            let told = file.values[option.name], case .number(let limit) = told
        else { return nil }
        if case .number(let users)? = value, users <= limit { return nil }
        return (told, file.origin)
    }

    /// The value of an option, or nil when there is none.
    subscript<Value>(_ option: TypedOption<Value>) -> Value? {
        settings.first { $0.option.name == option.specification.name }?.value.flatMap(option.read)
    }

    /// The value of an option that always has one.
    func required<Value>(_ option: TypedOption<Value>) throws(CommandFailure) -> Value {
        if let value = self[option] { return value }
        throw CommandFailure(
            subject: option.specification.flag, message: "has no value", advice: "this is a fault of variate",
            exitCode: .internalError)
    }

    /// What errors call the place that sets an option: the option itself, a variable, or a file and its key.
    func source<Value>(of option: TypedOption<Value>) -> String {
        let specification = option.specification
        switch settings.first(where: { $0.option.name == specification.name })?.origin {
        case .environment(let name): return name
        case .project(let path), .user(let path): return "\(path): \(specification.name)"
        case .commandLine, .builtIn, nil: return specification.flag
        }
    }

    /// Whether a flag is set.
    func isSet(_ option: TypedOption<Bool>) -> Bool { self[option] ?? false }

    private static func resolve(
        _ option: OptionSpecification, commandLine: [String: OptionValue], environment: [String: String],
        files: [ConfigurationFile]
    ) throws(UsageError) -> (value: OptionValue?, origin: SettingOrigin) {
        if let value = commandLine[option.name] { return (value, .commandLine) }
        if option.configurability != .commandLineOnly {
            // An empty variable is the same as none.
            if let text = environment[option.environmentName], !text.isEmpty {
                return (try parse(text, option, source: option.environmentName), .environment(option.environmentName))
            }
            for file in files {
                if let value = file.values[option.name] { return (value, file.origin) }
            }
        }
        guard let text = option.defaultText else { return (nil, .builtIn) }
        return (try parse(text, option, source: option.flag), .builtIn)
    }

    private static func parse(
        _ text: String, _ option: OptionSpecification, source: String
    ) throws(UsageError) -> OptionValue {
        do { return try option.parse(text) } catch {
            throw .invalidValue(source: source, problem: error, command: nil)
        }
    }
}
