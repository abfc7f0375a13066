/// An option of the table, and how its checked value becomes one of Swift's.
struct TypedOption<Value: Sendable>: Sendable {
    let specification: OptionSpecification
    /// The Swift value, or nil when the checked value is of another kind than the table promises.
    let read: @Sendable (OptionValue) -> Value?
}

extension TypedOption where Value == Int {
    /// A whole number in a range.
    static func integer(
        _ name: String, short: Character? = nil, in range: ClosedRange<Int>, as valueName: String = "N",
        default text: String? = nil, configurable: OptionSpecification.Configurability = .everywhere, _ help: String
    ) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, short: short, kind: .integer(range), valueName: valueName, defaultText: text, help: help,
                configurability: configurable)
        ) { if case .integer(let value) = $0 { value } else { nil } }
    }
}

extension TypedOption where Value == Double {
    /// A number in a range.
    static func number(
        _ name: String, in range: ClosedRange<Double>, as valueName: String, default text: String? = nil,
        configurable: OptionSpecification.Configurability = .everywhere, _ help: String
    ) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, kind: .number(range), valueName: valueName, defaultText: text, help: help,
                configurability: configurable)
        ) { if case .number(let value) = $0 { value } else { nil } }
    }
}

extension TypedOption where Value == Bool {
    /// A flag; with a default of `true` it is the `--no-` form that matters.
    static func flag(
        _ name: String, short: Character? = nil, negatable: Bool = false, default value: Bool = false,
        configurable: OptionSpecification.Configurability = .commandLineOnly, _ help: String
    ) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, short: short, kind: .flag(negatable: negatable), defaultText: value ? "true" : "false",
                help: help, configurability: configurable)
        ) { if case .flag(let value) = $0 { value } else { nil } }
    }
}

extension TypedOption where Value == String {
    /// A text, path, address or one of a few words.
    static func text(
        _ name: String, short: Character? = nil, kind: OptionSpecification.Kind = .text, as valueName: String,
        default text: String? = nil, configurable: OptionSpecification.Configurability = .everywhere, _ help: String
    ) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, short: short, kind: kind, valueName: valueName, defaultText: text, help: help,
                configurability: configurable)
        ) { if case .text(let value) = $0 { value } else { nil } }
    }
}

extension TypedOption where Value == [Assignment] {
    /// Numbers under names, in the order in which they are given.
    static func assignments(_ name: String, as valueName: String, _ help: String) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, kind: .assignments, valueName: valueName, help: help, repeats: true,
                configurability: .everywhere)
        ) { if case .list(let values) = $0 { values.compactMap { Assignment($0) } } else { nil } }
    }
}

extension TypedOption where Value == [String] {
    /// Paths, one for each use of the option.
    static func files(_ name: String, as valueName: String, _ help: String) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, kind: .file, valueName: valueName, help: help, repeats: true)
        ) { if case .list(let values) = $0 { values } else { nil } }
    }
}

extension TypedOption where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One case of an enumeration, by its raw value.
    static func choice(
        _ name: String, as valueName: String, default value: Value,
        configurable: OptionSpecification.Configurability = .everywhere, _ help: String
    ) -> Self {
        Self(
            specification: OptionSpecification(
                name: name, kind: .choice(Value.allCases.map(\.rawValue)), valueName: valueName,
                defaultText: value.rawValue, help: help, configurability: configurable)
        ) { if case .text(let word) = $0 { Value(rawValue: word) } else { nil } }
    }
}

extension TypedOption {
    /// Several cases of an enumeration, by their raw values.
    static func choices<Word>(_ name: String, as valueName: String, _ help: String) -> Self
    where Value == [Word], Word: RawRepresentable & CaseIterable & Sendable, Word.RawValue == String {
        Self(
            specification: OptionSpecification(
                name: name, kind: .choices(Word.allCases.map(\.rawValue)), valueName: valueName, help: help,
                repeats: true, configurability: .everywhere)
        ) { if case .list(let words) = $0 { words.compactMap(Word.init(rawValue:)) } else { nil } }
    }
}
