/// The candidate must not be technically spoilt: blurred, noisy, badly exposed and the like.
struct AestheticCheck: QualityCheck {
    static let name = "aesthetic"

    func checks(for assessment: Assessment) -> [Verdict.Check] {
        assessment.defectChecks(name: Self.name) { !$0.spoilsIntegrity }
    }
}

extension Assessment {
    /// A check for each defect of a kind: none may go beyond its bound.
    func defectChecks(name: String, where belongs: (Defect) -> Bool) -> [Verdict.Check] {
        zip(Defect.allCases, severities.values).filter { belongs($0.0) }.map { defect, severity in
            Verdict.Check.atMost(
                bound(\.[defect]), check: name, metric: defect.rawValue, value: severity, passing: defect.absence,
                failing: defect.advice)
        }
    }
}
