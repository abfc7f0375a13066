/// What a person would say of a candidate.
public enum CorpusLabel: String, Sendable, CaseIterable, Codable {
    /// A usable variation: it should be accepted.
    case good
    /// A near-duplicate of the source or of an earlier variation: it should be called a duplicate.
    case duplicate = "dup"
    /// Spoilt, broken or beside the point: it should be rejected.
    case weak
}
