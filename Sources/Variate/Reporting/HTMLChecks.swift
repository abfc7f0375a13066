import Foundation

/// The checks of one candidate, folded away under a line that says how they went.
enum HTMLChecks {
    /// A `details` element; empty without checks.
    static func details(_ checks: [Verdict.Check]) -> String {
        guard !checks.isEmpty else { return "" }
        let failed = checks.count { !$0.passed }
        let summary = failed == 0 ? "all \(checks.count) checks passed" : "\(failed) of \(checks.count) checks failed"
        var rows = ""
        var group: String?
        for check in checks {
            if check.check != group { rows += "<h4>\(words(check.check))</h4>" }
            group = check.check
            rows += row(check)
        }
        return "<details><summary>\(summary)</summary><div class=\"checks\">\(rows)</div></details>"
    }

    /// Metric, value, bound, the margin as a bar and a number, and the sentence.
    private static func row(_ check: Verdict.Check) -> String {
        """
        <b class="\(check.passed ? "ok" : "no")">\(words(check.metric))</b><span>\(number(check.value))</span>\
        <span>\(check.isLeast ? "≥" : "≤") \(number(check.bound))</span>\(bar(check))\
        <span>\(check.margin < 0 ? "−" : "+")\(number(abs(check.margin)))</span><em>\(HTMLReport.escape(check.advice))</em>
        """
    }

    /// To the right of the middle for what passes, to the left for what fails; a margin as large as its bound fills it.
    private static func bar(_ check: Verdict.Check) -> String {
        let share = Int((50 * min(1, abs(check.relativeMargin))).rounded())
        return "<i><s style=\"\(check.passed ? "left" : "right"):50%;width:\(share)%\"></s></i>"
    }

    private static func words(_ name: String) -> String {
        HTMLReport.escape(name.replacing("_", with: " "))
    }

    /// Two decimals, or none of large numbers.
    private static func number(_ value: Double) -> String {
        String(format: abs(value) < largeNumber ? "%.2f" : "%.0f", value)
    }

    private static let largeNumber = 100.0
}
