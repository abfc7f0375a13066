/// How two pictures relate, from the closest to the furthest.
public enum PictureRelation: String, Sendable, CaseIterable, Codable {
    /// Every pixel is equal.
    case identical
    /// The same picture, but for a small shift, crop, rotation, recompression or change of tone.
    case nearDuplicate = "near-duplicate"
    /// Recognisably the same subject.
    case variation
    /// Nothing in common that shows.
    case unrelated
}
