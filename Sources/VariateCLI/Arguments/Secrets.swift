/// Names under which somebody might hand over a key in a place where keys do not belong.
enum Secrets {
    /// Whether an option, or a key of a configuration file, is named like a secret.
    static func isSecretName(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0.isLetter }
        return plain == "key"
            || ["apikey", "token", "secret", "password", "credential"].contains { plain.contains($0) }
    }
}
