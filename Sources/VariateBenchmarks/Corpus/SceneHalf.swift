/// One of the two halves that a corpus is split into by scene, so that thresholds can be chosen on one and checked on
/// the other.
public enum SceneHalf: String, Sendable, CaseIterable, Codable {
    case a
    case b

    /// The half of a scene: `a` where the SHA-1 of its name is even, else `b`.
    public init(scene: String) {
        let last = SHA1.digest(of: Array(scene.utf8)).last ?? 0
        self = last.isMultiple(of: 2) ? .a : .b
    }
}
