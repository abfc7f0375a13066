/// How strict a run is, after the three levels of the adaptive quality ladder.
public enum QualityLevel: String, Sendable, CaseIterable, Codable {
    case high
    case medium
    case low

    /// Longest side of what is sent to a generator, in pixels: 2048, 1536 or 1024.
    public var maximumSide: Int {
        switch self {
        case .high: 2048
        case .medium: 1536
        case .low: 1024
        }
    }

    /// Tries for each variation: 3, 2 or 1. They are shared: a variation that succeeds at once leaves its spare tries to
    /// the others, so that the whole run makes at most this many times the variations asked for.
    public var attemptsPerVariation: Int {
        switch self {
        case .high: 3
        case .medium: 2
        case .low: 1
        }
    }
}
