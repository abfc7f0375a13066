import Foundation
import Variate

/// A checked configuration file: a JSON object whose keys are long option names.
struct ConfigurationFile: Sendable, Equatable {
    /// Which of the two files it is, with its path.
    let origin: SettingOrigin
    /// Whether it came with somebody's project rather than from the user.
    let isProject: Bool
    let values: [String: OptionValue]
    /// Keys that mean nothing, each a line for the user.
    let warnings: [String]

    /// Largest file that is read, in bytes.
    static let maximumBytes = 1 << 20

    /// Checks a file's text against the options that can be configured.
    ///
    /// Keys that nobody knows are warnings, and so is what a project may not decide; values that are not allowed, and
    /// anything named like a secret, are errors.
    init(
        _ data: Data, path: String, isProject: Bool, options: [OptionSpecification], currentDirectory: String = ""
    ) throws(UsageError) {
        let object: [String: ConfigurationValue]
        do {
            object = try JSONDecoder().decode([String: ConfigurationValue].self, from: data)
        } catch {
            throw .unreadableConfiguration(path: path, reason: "not a JSON object of texts, numbers, flags and lists")
        }
        let directory = (path as NSString).deletingLastPathComponent
        var values: [String: OptionValue] = [:]
        var warnings: [String] = []
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            if Secrets.isSecretName(key) { throw .secret(source: "\(path): \(key)") }
            guard let option = options.first(where: { $0.name == key }) else {
                let suggestion = Suggestion.nearest(to: key, among: options.map(\.name))
                warnings.append("\(path): \(key): unknown key" + (suggestion.map { "; did you mean \($0)?" } ?? ""))
                continue
            }
            if isProject, option.configurability == .userOnly {
                warnings.append("\(path): \(key): ignored in a project's file; set it in your own or the environment")
                continue
            }
            do { values[key] = try option.parse(value.text) } catch {
                throw .invalidValue(source: "\(path): \(key)", problem: error, command: nil)
            }
            if case .wordOrFile(let words) = option.kind, case .text(let file)? = values[key], !words.contains(file) {
                if isProject, !ProjectDirectory(ofFile: path).contains(file, from: directory) {
                    values[key] = nil
                    warnings.append("\(path): \(key): ignored; it leads out of the project's directory")
                } else if !file.hasPrefix("/") {
                    // What a configuration file names is found beside it, wherever the tool is started.
                    values[key] = .text((directory as NSString).appendingPathComponent(file))
                }
            }
            if isProject, option.kind == .directory, case .text(let output)? = values[key] {
                let project = ProjectDirectory(ofFile: path)
                if !project.contains(output, from: currentDirectory) {
                    values[key] = nil
                    warnings.append("\(path): \(key): ignored; it leads out of the project's directory")
                }
            }
        }
        self.isProject = isProject
        origin = isProject ? .project(path) : .user(path)
        self.values = values
        self.warnings = warnings
    }
}

/// A value of a configuration file.
private enum ConfigurationValue: Decodable {
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    /// The value as it would be written on the command line.
    var text: String {
        switch self {
        case .flag(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .text(let value): value
        case .list(let values): values.joined(separator: ",")
        }
    }
}
