public import Variate

/// Judges a labelled corpus and compares the decisions with the labels.
public struct GateBenchmark: Sendable {
    /// The gate under test.
    public let gate: QualityGate
    /// Whether other levels, the literal gate and the textbook's rules are left out.
    public let isQuick: Bool

    /// Sources under work at a time.
    private static let workers = 2

    /// A benchmark of a gate.
    public init(gate: QualityGate, isQuick: Bool = false) {
        self.gate = gate
        self.isQuick = isQuick
    }

    /// Judges every case and sums up. Files that cannot be read are counted, and stop nothing.
    ///
    /// `progress` is told how many further cases were judged.
    /// - Complexity: O(pixels of all files); memory holds the features of two sources and their earlier variations.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func run(
        _ corpus: GateCorpus, progress: @escaping @Sendable (_ cases: Int) -> Void = { _ in }
    ) async throws -> GateBenchmarkReport {
        typealias Outcomes = [(index: Int, outcome: Result<CaseOutcome, SourceWork.Unreadable>)]
        var outcomes: [Result<CaseOutcome, SourceWork.Unreadable>?] = Array(repeating: nil, count: corpus.cases.count)
        try await withThrowingTaskGroup(of: Outcomes.self) { group in
            var waiting = corpus.groups[...]
            func startNext() {
                guard let members = waiting.popFirst() else { return }
                group.addTask {
                    var work = SourceWork(gate: gate, isQuick: isQuick, cases: members.map { corpus.cases[$0] })
                    var found: Outcomes = []
                    for index in members {
                        try Task.checkCancellation()
                        found.append((index, work.outcome(of: corpus.cases[index])))
                        progress(1)
                    }
                    return found
                }
            }
            for _ in 0..<Self.workers { startNext() }
            for try await found in group {
                for (index, outcome) in found { outcomes[index] = outcome }
                startNext()
            }
        }
        return GateBenchmarkReport(
            corpus: corpus, gate: gate, isQuick: isQuick, outcomes: outcomes.compactMap(\.self))
    }
}
