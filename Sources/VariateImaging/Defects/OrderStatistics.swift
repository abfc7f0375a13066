/// Percentiles with linear interpolation between order statistics, as NumPy's `percentile` defines them.
enum OrderStatistics {
    /// The `percent`-th percentile of the values; 0 for no values.
    /// - Complexity: O(values), expected.
    static func percentile(_ values: [Float], _ percent: Double) -> Double {
        var scratch = values
        return percentile(scrambling: &scratch, percent)
    }

    /// The same, reordering the values instead of copying them.
    static func percentile(scrambling values: inout [Float], _ percent: Double) -> Double {
        guard values.count > 1 else { return values.first.map { Double($0) } ?? 0 }
        let position = percent / 100 * Double(values.count - 1)
        let lower = min(values.count - 2, Int(position))
        select(lower, in: &values)
        let low = Double(values[lower])
        var high = Float.infinity
        for i in lower + 1..<values.count { high = min(high, values[i]) }
        return low + (Double(high) - low) * (position - Double(lower))
    }

    /// The `percent`-th percentile of samples counted by level; 0 for no samples.
    ///
    /// Interpolated, unlike `LevelHistogram.level(below:)`, which gives a level that occurs, as Pillow's median does.
    static func percentile(histogram: [Int], _ percent: Double) -> Double {
        let count = histogram.reduce(0, +)
        guard count > 0 else { return 0 }
        let position = percent / 100 * Double(count - 1)
        let lower = Int(position)
        let low = level(histogram, rank: lower)
        let high = level(histogram, rank: min(count - 1, lower + 1))
        return Double(low) + Double(high - low) * (position - Double(lower))
    }

    private static func level(_ histogram: [Int], rank: Int) -> Int {
        var seen = 0
        for (level, count) in histogram.enumerated() {
            seen += count
            if seen > rank { return level }
        }
        return histogram.count - 1
    }

    /// Hoare's selection: afterwards the value at `rank` is the one that sorting would put there, with none larger before it.
    static func select(_ rank: Int, in values: inout [Float]) {
        var low = 0
        var high = values.count - 1
        while low < high {
            let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
            var i = low
            var j = high
            while i <= j {
                while values[i] < pivot { i += 1 }
                while values[j] > pivot { j -= 1 }
                if i <= j {
                    values.swapAt(i, j)
                    i += 1
                    j -= 1
                }
            }
            if rank <= j { high = j } else if rank >= i { low = i } else { return }
        }
    }
}
