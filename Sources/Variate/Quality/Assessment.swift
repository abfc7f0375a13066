import VariateImaging

/// What the checks decide on: a candidate's scorecard and the measurements behind it.
struct Assessment: Sendable {
    let scorecard: Scorecard
    let severities: DefectSeverities
    let candidateSize: Size
    let sourceSize: Size
    /// Width divided by height of the shape that was asked for; nil for the source's own.
    let askedAspectRatio: Double?
    let thresholds: CalibratedThresholds
    let level: QualityLevel

    /// The bound of a metric at the level.
    func bound(_ metric: KeyPath<CalibratedThresholds.Bounds, LevelBound>) -> Double {
        thresholds.bounds[keyPath: metric][level]
    }
}
