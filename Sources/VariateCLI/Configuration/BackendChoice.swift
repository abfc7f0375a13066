import Variate

/// Who draws, decided from `--backend` and the environment.
enum BackendChoice: Sendable, Equatable {
    /// Gemini, with the key of that environment variable.
    case gemini(keyVariable: String)
    case local

    /// Decides; `gemini` without a key is an error with exit code 4, and so is, unless the local generator was asked for,
    /// a key that could not be sent where there is no other.
    init(_ name: BackendName, environment: [String: String]) throws(CommandFailure) {
        let variable = APIKey.variable(in: environment)
        let unusable = variable == nil ? Self.filledVariables(in: environment).first : nil
        if name != .local, let unusable {
            throw CommandFailure(
                subject: unusable, message: "it holds no key that could be sent",
                advice: "set it to a Gemini API key, or use --backend local", exitCode: .unauthorized)
        }
        switch (name, variable) {
        case (.local, _), (.auto, nil):
            self = .local
        case (.auto, .some(let variable)), (.gemini, .some(let variable)):
            self = .gemini(keyVariable: variable)
        case (.gemini, nil):
            throw CommandFailure(
                subject: "--backend gemini", message: "no key is set",
                advice: "set GOOGLE_API_KEY or GEMINI_API_KEY, or use --backend local", exitCode: .unauthorized)
        }
    }

    /// The variables that hold more than white space.
    static func filledVariables(in environment: [String: String]) -> [String] {
        APIKey.environmentVariables.filter { !(environment[$0] ?? "").allSatisfy(\.isWhitespace) }
    }

    /// For reports: `gemini` or `local`.
    var name: String {
        switch self {
        case .gemini: "gemini"
        case .local: "local"
        }
    }
}
