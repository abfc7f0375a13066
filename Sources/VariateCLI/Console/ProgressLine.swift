/// Draws progress as one line: a pure function of the state, the time and the terminal.
struct ProgressLine: Sendable {
    /// Columns that may be filled; the last is left free so that no terminal wraps.
    var width: Int
    var unicode: Bool
    var color: Bool

    private static let spinner = Array("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
    private static let asciiSpinner = Array("|/-\\")
    private static let widestBar = 30
    private static let narrowestBar = 8

    /// For example `⠹ 2/4 ━━━━━━━━────────  1 rejected · 12 s left`. Less important parts give way on narrow terminals.
    func render(_ state: ProgressState, elapsed: Double, frame: Int) -> String {
        let room = max(0, width - 1)
        let spinner = unicode ? Self.spinner : Self.asciiSpinner
        let head = "\(spinner[frame % spinner.count]) \(state.completed)/\(state.total) \(state.unit)"
        guard head.count <= room else { return String(head.prefix(room)) }
        var tail: [String] = []
        for part in parts(of: state, elapsed: elapsed) {
            let longer = tail + [part]
            if head.count + 2 + joined(longer).count <= room { tail = longer }
        }
        let text = tail.isEmpty ? "" : "  " + joined(tail)
        let barWidth = min(Self.widestBar, room - head.count - text.count - 1)
        let bar = barWidth >= Self.narrowestBar ? " " + self.bar(state.fraction, width: barWidth) : ""
        return head + bar + text
    }

    /// For pipes: `2 of 4 images, 1 rejected, 12 s left`.
    static func plain(_ state: ProgressState, elapsed: Double) -> String {
        let line = ProgressLine(width: .max, unicode: false, color: false)
        return (["\(state.completed) of \(state.total) \(state.unit)"] + line.parts(of: state, elapsed: elapsed))
            .joined(separator: ", ")
    }

    /// Most important first.
    private func parts(of state: ProgressState, elapsed: Double) -> [String] {
        var parts: [String] = []
        if let seconds = state.remainingSeconds(after: elapsed), seconds > 0 {
            parts.append("\(Self.duration(seconds)) left")
        }
        if state.rejected > 0 { parts.append("\(state.rejected) rejected") }
        if state.failed > 0 { parts.append("\(state.failed) failed") }
        if state.active > 0 { parts.append("\(state.active) under way") }
        return parts
    }

    private func joined(_ parts: [String]) -> String { parts.joined(separator: unicode ? " · " : ", ") }

    private func bar(_ fraction: Double, width: Int) -> String {
        let filled = Int((fraction * Double(width)).rounded(.down))
        if !unicode {
            let inner = width - 2
            let full = Int((fraction * Double(inner)).rounded(.down))
            return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: inner - full) + "]"
        }
        let done = String(repeating: "━", count: filled)
        let rest = String(repeating: "─", count: width - filled)
        return color ? "\u{1B}[32m\(done)\u{1B}[2m\u{1B}[39m\(rest)\u{1B}[0m" : done + rest
    }

    /// Whole seconds, minutes or hours: `9 s`, `3 min 05 s`, `2 h 07 min`.
    static func duration(_ seconds: Double) -> String {
        let total = Int(max(0, seconds).rounded(.up))
        let (minutes, second) = total.quotientAndRemainder(dividingBy: 60)
        if minutes == 0 { return "\(second) s" }
        let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        if hours == 0 { return "\(minute) min \(second < 10 ? "0" : "")\(second) s" }
        return "\(hours) h \(minute < 10 ? "0" : "")\(minute) min"
    }
}
