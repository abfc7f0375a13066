/// The values of `--backend`.
enum BackendName: String, Sendable, CaseIterable {
    case auto, gemini, local
}

/// The values of `--api-version`.
enum APIVersion: String, Sendable, CaseIterable {
    case v1, v1beta
}

/// The values of `--format`.
enum OutputFormat: String, Sendable, CaseIterable {
    case original, png, jpeg, webp
}

/// The operand of `completions`.
enum Shell: String, Sendable, CaseIterable {
    case bash, zsh, fish
}
