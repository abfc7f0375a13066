/// A number under a name, as an option of kind `assignments` takes it.
struct Assignment: Sendable, Equatable {
    let name: String
    let number: Double

    /// Reads a text such as `similarity=0.25`; nil for any other.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].allSatisfy({ "0123456789+-.eE".contains($0) }),
            let number = Double(parts[1]), number.isFinite
        else { return nil }
        name = String(parts[0])
        self.number = number
    }
}
