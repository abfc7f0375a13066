/// The candidate must be whole: no seams, bars, checkerboards or tiles.
struct ObjectIntegrityCheck: QualityCheck {
    static let name = "object_integrity"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        assessment.defectReasons(check: Self.name) { $0.spoilsIntegrity }
    }
}
