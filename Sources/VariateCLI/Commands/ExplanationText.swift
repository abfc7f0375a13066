import Variate

/// What `variate explain` prints for people.
enum ExplanationText {
    /// A run in a few facts, and a line for each candidate.
    static func lines(_ explanation: Explanation) -> [String] {
        let delivered = explanation.candidates.count { $0.accept }
        var facts = [
            "\(delivered) delivered, \(explanation.candidates.count - delivered) rejected",
            "gate \(explanation.gate)" + explanation.gateChanges.map { ", \($0)" }.joined(),
            "quality \(explanation.qualityLevel)",
        ]
        if let diversity = explanation.setDiversity {
            facts.append("least difference in the set \(diversity.text(decimals: 2))")
        }
        if explanation.candidates.isEmpty { return [facts.joined(separator: "; ")] }
        let header = ["", "verdict", "decided by", "value", "", "bound", "margin", "candidate"]
        let rows = explanation.candidates.map { candidate in
            [candidate.candidate, candidate.verdict]
                + (candidate.decided.map { [$0.name] + $0.numbers } ?? ["", "", "", "", ""]) + [candidate.title]
        }
        return [facts.joined(separator: "; "), ""]
            + TextLayout.table([header] + rows, numeric: [3, 5, 6]).map { $0.trimmedAtEnd }
    }

    /// One candidate and every check of it.
    static func lines(_ candidate: Explanation.Candidate) -> [String] {
        let failed = candidate.checks.count { !$0.passed }
        let header = ["", "metric", "value", "", "bound", "margin", "meaning"]
        let rows = candidate.checks.map { [$0.passed ? "ok" : "no", $0.name] + $0.numbers + [$0.advice] }
        return [
            "\(candidate.candidate): \(candidate.verdict), \(candidate.title), \(candidate.width)x\(candidate.height)",
            failed == 0
                ? "all \(candidate.checks.count) checks passed"
                : "\(failed) of \(candidate.checks.count) checks failed",
            "",
        ] + TextLayout.table([header] + rows, numeric: [2, 4, 5]).map { $0.trimmedAtEnd }
    }
}

extension Explanation.Candidate {
    /// For example `accept`.
    fileprivate var verdict: String { accept ? "accept" : duplicate ? "repeat" : "reject" }

    /// The file's name, or what the candidate is where it was not written.
    fileprivate var title: String {
        let words = [axis, summary].filter { !$0.isEmpty }.joined(separator: ": ")
        guard let path else { return words }
        return "\(path.split(separator: "/").last ?? "") (\(words))"
    }
}

extension Verdict.Check {
    /// The metric, with its check where that says more.
    fileprivate var name: String { metric == check ? metric : "\(check) \(metric)" }

    /// Value, relation, bound and margin.
    fileprivate var numbers: [String] {
        [
            Self.text(value), isLeast ? ">=" : "<=", Self.text(bound), (margin < 0 ? "" : "+") + Self.text(margin),
        ]
    }

    /// Three decimals, or none of large numbers.
    private static func text(_ number: Double) -> String { number.text(decimals: abs(number) < 100 ? 3 : 0) }
}

extension String {
    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
