/// The candidate must not be technically spoilt: blurred, noisy, badly exposed and the like.
struct AestheticCheck: QualityCheck {
    static let name = "aesthetic"

    func reasons(for assessment: Assessment) -> [Verdict.Reason] {
        assessment.defectReasons(check: Self.name) { !$0.spoilsIntegrity }
    }
}

extension Assessment {
    /// A reason for each defect of a kind that has gone beyond the level's strictness.
    func defectReasons(check: String, where belongs: (Defect) -> Bool) -> [Verdict.Reason] {
        zip(Defect.allCases, severities.values)
            .filter { belongs($0.0) && $0.1 > thresholds.strictness }
            .map { defect, severity in
                Verdict.Reason(
                    check: check, metric: defect.rawValue, value: severity, bound: thresholds.strictness,
                    advice: defect.advice)
            }
    }
}
