import VariateImaging

extension Effect {
    /// The effects that are styles: a request may name them.
    static let styles: [Effect] = [.duotone, .tritone, .monochrome]

    /// The style of a name, whatever its case, spaces and hyphens; nil when there is none.
    init?(style name: String) {
        let wanted = Self.normalized(name)
        let alias = Self.aliases[wanted] ?? wanted
        guard let found = Self.styles.first(where: { Self.normalized($0.rawValue) == alias }) else { return nil }
        self = found
    }

    private static func normalized(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static let aliases: [String: String] = [
        "blackwhite": "blackandwhite", "bw": "blackandwhite", "monochrome": "blackandwhite",
        "grayscale": "blackandwhite",
    ]
}
