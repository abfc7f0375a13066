/// The candidate must be whole: no seams, bars, checkerboards or tiles.
struct ObjectIntegrityCheck: QualityCheck {
    static let name = "object_integrity"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        assessment.defectChecks(name: Self.name) { $0.spoilsIntegrity }
    }
}
