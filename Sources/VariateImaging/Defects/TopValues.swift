/// A high percentile of many values of which only the largest are kept.
struct TopValues {
    private let count: Int
    private let position: Double
    /// How many values are at or above the percentile.
    private let most: Int
    private var kept: [Float] = []
    /// Values up to this one cannot be among the largest.
    private var threshold = -Float.infinity

    /// Values that are compared with the threshold at a time.
    private static let run = 32

    /// Waits for so many values, none of which is NaN.
    init(_ percent: Double, of count: Int) {
        self.count = count
        position = percent / 100 * Double(count - 1)
        most = count - max(0, min(count - 2, Int(position)))
        kept.reserveCapacity(2 * most + Self.run)
    }

    /// Adds values, in any order.
    /// - Complexity: O(values), expected.
    mutating func add(_ values: Span<Float>) {
        var start = 0
        while start < values.count {
            let run = values.extracting(start..<min(start + Self.run, values.count))
            if Self.exceeds(run, threshold) { keep(run) }
            start += Self.run
        }
    }

    /// The percentile as NumPy defines it, of the values after an increasing function.
    /// - Precondition: all values have been added.
    func percentile(_ increasing: (Float) -> Float) -> Double {
        let sorted = kept.sorted().suffix(most).map(increasing)
        guard sorted.count > 1 else { return sorted.first.map { Double($0) } ?? 0 }
        let (low, high) = (Double(sorted[0]), Double(sorted[1]))
        return low + (high - low) * (position - Double(count - most))
    }

    private static func exceeds(_ run: Span<Float>, _ threshold: Float) -> Bool {
        var found: Int32 = 0
        for i in 0..<run.count { found |= run[i] > threshold ? 1 : 0 }
        return found != 0
    }

    private mutating func keep(_ run: Span<Float>) {
        for i in 0..<run.count where run[i] > threshold { kept.append(run[i]) }
        if kept.count < 2 * most { return }
        OrderStatistics.select(kept.count - most, in: &kept)
        kept.removeFirst(kept.count - most)
        threshold = kept[0]
    }
}
