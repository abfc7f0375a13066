extension GateProfile {
    /// Calibrated on real pictures: the default.
    public static let calibrated = load(PackageResources.calibrated_json, "calibrated")
    /// The calibrated rules, drawn tighter.
    public static let strict = load(PackageResources.strict_json, "strict")
    /// The calibrated rules, drawn wider.
    public static let lenient = load(PackageResources.lenient_json, "lenient")
    /// The first formulas, word for word, kept for comparison. They accept next to nothing.
    public static let seedLiteral = load(PackageResources.seed_literal_json, "seed-literal")

    /// The names of the profiles that come with the library.
    public static let bundledNames = ["calibrated", "strict", "lenient", "seed-literal"]

    /// The profile of that name that comes with the library, read when it is first asked for.
    public static func bundled(named name: String) -> GateProfile? {
        switch name {
        case "calibrated": calibrated
        case "strict": strict
        case "lenient": lenient
        case "seed-literal": seedLiteral
        default: nil
        }
    }

    private static func load(_ json: [UInt8], _ name: String) -> GateProfile {
        do {
            return try GateProfile(json: json, name: name)
        } catch {
            preconditionFailure("a profile of the library is broken: \(error)")
        }
    }
}
