/// The figures that sum a gate up.
public struct GateFigures: Sendable, Equatable, Codable {
    /// Good variations that are accepted.
    public let goodAccepted: Proportion
    /// Weak results that are rejected, for whatever reason.
    public let weakRejected: Proportion
    /// Near-duplicates that are called duplicates.
    public let duplicatesCalled: Proportion
    /// Near-duplicates that are rejected, for whatever reason.
    public let duplicatesRejected: Proportion
    /// Good variations that are called duplicates.
    public let goodCalledDuplicate: Proportion

    init(_ cases: [JudgedCase], decision: (CaseOutcome) -> CaseOutcome.Decision = { $0.decision }) {
        let good = cases.filter { $0.label == .good }
        let duplicates = cases.filter { $0.label == .duplicate }
        goodAccepted = good.proportion { decision($0.outcome).accept }
        weakRejected = cases.filter { $0.label == .weak }.proportion { !decision($0.outcome).accept }
        duplicatesCalled = duplicates.proportion { decision($0.outcome).duplicate }
        duplicatesRejected = duplicates.proportion { !decision($0.outcome).accept }
        goodCalledDuplicate = good.proportion { decision($0.outcome).duplicate }
    }
}
