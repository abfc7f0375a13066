/// How far a piece of work is.
struct ProgressState: Sendable, Equatable {
    /// What is being counted, for example `images`.
    var unit: String
    var completed = 0
    var total: Int
    var rejected = 0
    var failed = 0
    /// Requests or files under way now.
    var active = 0

    init(unit: String, total: Int, completed: Int = 0, rejected: Int = 0, failed: Int = 0, active: Int = 0) {
        self.unit = unit
        self.total = total
        self.completed = completed
        self.rejected = rejected
        self.failed = failed
        self.active = active
    }

    /// Completed share, 0 to 1.
    var fraction: Double { total > 0 ? min(1, Double(completed) / Double(total)) : 0 }

    /// Expected seconds to the end at the pace so far; nil before the first is complete.
    func remainingSeconds(after elapsed: Double) -> Double? {
        if completed >= total { return 0 }
        return completed > 0 ? elapsed / Double(completed) * Double(total - completed) : nil
    }
}
