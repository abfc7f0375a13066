import Foundation
import Variate

/// The last words of a run: what was delivered, what was not and why, what it cost, where the report is.
struct RunSummary: Sendable {
    let lines: [String]
    /// What went wrong, said even when quiet.
    let failures: [CommandFailure]

    init(_ result: VariationResult, reportPath: String?) {
        var head = "variate: \(result.delivered.count) of \(result.options.count) variations"
        head += String(format: " in %.1f s", result.duration)
        if !result.rejected.isEmpty { head += ", \(result.rejected.count) rejected" }
        if !result.failures.isEmpty { head += ", \(result.failures.count) failed" }
        if result.isPaid { head += ", " + Self.cost(of: result) }
        var lines = [head]
        if !result.isComplete { lines += Self.commonReasons(result) }
        if let reportPath { lines.append("variate: report: \(reportPath)") }
        self.lines = lines
        failures = Self.failures(result)
    }

    func tell(on console: Console) {
        for failure in failures { console.report(failure) }
        for line in lines { console.notice(line) }
    }

    private static func cost(of result: VariationResult) -> String {
        var text = result.cost.map { String(format: "$%.4f", $0) } ?? "price unknown"
        if result.possibleCost != 0 {
            text += result.possibleCost.map { String(format: " (and possibly $%.4f)", $0) } ?? " (and possibly more)"
        }
        if result.cacheHits > 0 { text += ", \(result.cacheHits) from the cache" }
        return text
    }

    /// Why candidates were rejected, most frequent first.
    private static func commonReasons(_ result: VariationResult) -> [String] {
        var counts: [String: Int] = [:]
        for reason in result.rejected.flatMap(\.verdict.reasons) { counts[reason.advice, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
            .map { "variate: rejected \($0.value) times: \($0.key)" }
    }

    /// Each kind of failure once, with its advice.
    private static func failures(_ result: VariationResult) -> [CommandFailure] {
        var seen: Set<String> = []
        var failures = result.failures.map(\.failure)
            .filter { $0.kind != .cancelled && seen.insert($0.message).inserted }
            .map {
                CommandFailure(
                    subject: result.model, message: $0.message, advice: $0.advice, exitCode: ExitCode(result))
            }
        switch result.stopReason {
        case .budget:
            failures.append(
                CommandFailure(
                    subject: "--max-cost", message: "the next request could exceed it",
                    advice: "raise it; what was delivered is kept, and answers already paid for are not asked again",
                    exitCode: .budget))
        case .deadline:
            failures.append(
                CommandFailure(
                    subject: "--deadline", message: "the time is over", advice: "run the command again to go on",
                    exitCode: .incomplete))
        default: break
        }
        return failures
    }
}
