import VariateImaging

/// What the checks decide on: a candidate's scorecard and the measurements behind it.
struct Assessment: Sendable {
    let scorecard: Scorecard
    let severities: DefectSeverities
    let candidateSize: Size
    let sourceSize: Size
    let thresholds: QualityThresholds
}
