/// Which set of rules judges.
public enum QualityProfile: String, Sendable, CaseIterable, Codable {
    /// Calibrated on real photographs: the default.
    case calibrated
    /// The first formulas, word for word, kept for comparison. It accepts next to nothing.
    case seedLiteral = "seed-literal"
}
