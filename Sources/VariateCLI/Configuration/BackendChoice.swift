/// Who draws, decided from `--backend` and the environment.
enum BackendChoice: Sendable, Equatable {
    /// Gemini, with the key of that environment variable.
    case gemini(keyVariable: String)
    case local

    /// The variables that may hold a key, strongest first, as in Google's own SDK.
    static let keyVariables = ["GOOGLE_API_KEY", "GEMINI_API_KEY"]

    /// Decides; `gemini` without a key is an error with exit code 4.
    init(_ name: BackendName, environment: [String: String]) throws(CommandFailure) {
        let variable = Self.keyVariables.first { !(environment[$0] ?? "").isEmpty }
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

    /// For reports: `gemini` or `local`.
    var name: String {
        switch self {
        case .gemini: "gemini"
        case .local: "local"
        }
    }
}
