/// One number, or one for each level of quality.
struct LevelBound: Sendable, Equatable {
    let high: Double
    let medium: Double
    let low: Double

    init(high: Double, medium: Double, low: Double) {
        self.high = high
        self.medium = medium
        self.low = low
    }

    /// The same number at every level.
    init(_ value: Double) {
        self.init(high: value, medium: value, low: value)
    }

    subscript(level: QualityLevel) -> Double {
        switch level {
        case .high: high
        case .medium: medium
        case .low: low
        }
    }
}
