/// Where a value came from, strongest first.
enum SettingOrigin: Sendable, Equatable {
    case commandLine
    /// The variable's name.
    case environment(String)
    /// The path of the project's `.variate.json`.
    case project(String)
    /// The path of the user's own file.
    case user(String)
    case builtIn

    /// For example `environment VARIATE_COUNT`.
    var text: String {
        switch self {
        case .commandLine: "command line"
        case .environment(let name): "environment \(name)"
        case .project(let path): "project \(path)"
        case .user(let path): "user \(path)"
        case .builtIn: "default"
        }
    }
}
