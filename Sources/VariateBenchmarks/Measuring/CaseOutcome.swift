import Variate

/// What came of one case.
struct CaseOutcome: Sendable {
    /// A decision without its reasons.
    struct Decision: Sendable, Equatable {
        var accept: Bool
        var duplicate: Bool
    }

    /// Seconds of work on the candidate.
    struct Seconds: Sendable {
        var decoding: Double
        var features: Double
        var judging: Double
    }

    /// The decision of the gate at its own level.
    let decision: Decision
    /// The measurements named as reasons, in order.
    let reasons: [String]
    /// Every number of the scorecard, by name, with the textbook's.
    let metrics: [String: Double]
    /// The decision at each level; the gate's own alone in a quick run.
    let levels: [QualityLevel: Decision]
    /// What the literal gate decides; nil in a quick run.
    let literal: Decision?
    /// The textbook's numbers; nil in a quick run.
    let textbook: TextbookMeasurements?
    let seconds: Seconds

    /// Whether the decision is what the label asks for.
    func isRight(for label: CorpusLabel) -> Bool { Self.isRight(decision, for: label) }

    static func isRight(_ decision: Decision, for label: CorpusLabel) -> Bool {
        switch label {
        case .good: decision.accept
        case .duplicate: decision.duplicate
        case .weak: !decision.accept
        }
    }
}

extension CaseOutcome.Decision {
    init(_ verdict: Verdict) {
        self.init(accept: verdict.accept, duplicate: verdict.duplicate)
    }
}
