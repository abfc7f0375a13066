/// How well one number tells what should be caught from what should pass, at every threshold.
public struct Discrimination: Sendable, Equatable, Codable {
    /// What a threshold catches when it lets a given share of the others be caught too.
    public struct Point: Sendable, Equatable, Codable {
        /// Share of the passing candidates that is caught by mistake.
        public let falsePositives: Double
        /// Share of the wanted ones that is caught.
        public let recall: Double
    }

    /// Area under the receiver's operating curve: 1 separates perfectly, 0.5 is chance.
    public let area: Double
    /// Recall at 0.5, 1, 2 and 5 % false positives.
    public let points: [Point]

    private static let falsePositives = [0.005, 0.01, 0.02, 0.05]

    /// Compares values of which the higher is the more suspicious; nil when either side is empty.
    /// - Complexity: O(n log n).
    public init?(caught positives: [Double], passing negatives: [Double]) {
        guard !positives.isEmpty, !negatives.isEmpty else { return nil }
        let ordered = negatives.sorted()
        // The Mann-Whitney statistic; ties count as a half.
        let wins = positives.reduce(0.0) { total, value in
            let below = Self.countBelow(value, in: ordered, including: false)
            let atMost = Self.countBelow(value, in: ordered, including: true)
            return total + Double(below) + Double(atMost - below) / 2
        }
        area = wins / Double(positives.count) / Double(negatives.count)
        points = Self.falsePositives.map { share in
            let allowed = Int(share * Double(ordered.count))
            let threshold = ordered[max(0, ordered.count - 1 - allowed)]
            let recall = Double(positives.count { $0 > threshold }) / Double(positives.count)
            return Point(falsePositives: share, recall: recall)
        }
    }

    /// How many sorted values lie below another, or are equal to it too.
    private static func countBelow(_ value: Double, in sorted: [Double], including equal: Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value || (equal && sorted[middle] == value) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
