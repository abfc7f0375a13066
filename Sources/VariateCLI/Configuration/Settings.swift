/// The value of every option of one run, and where each came from.
///
/// Precedence: the command line, then `VARIATE_…` in the environment, then the project's `.variate.json`, then the
/// user's `config.json`, then the defaults of the table.
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
        for option in options {
            let layer = try Self.resolve(option, commandLine: commandLine, environment: environment, files: files)
            settings.append(Setting(option: option, value: layer.value, origin: layer.origin))
        }
        self.settings = settings
        warnings = files.flatMap(\.warnings)
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
