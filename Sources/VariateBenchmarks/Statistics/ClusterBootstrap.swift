/// Intervals for a share whose observations come in clusters: whole clusters are drawn again, with replacement.
///
/// B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 8 and 13.
enum ClusterBootstrap {
    private static let resamples = 1000
    /// 2.5 % on each side.
    private static let tail = 0.025
    /// Any number does; a fixed one makes the same corpus give the same interval.
    private static let seed: UInt64 = 20_260_101

    /// The 95 % percentile interval.
    static func interval(of clusters: [(hits: Int, total: Int)]) -> (low: Double, high: Double) {
        var generator = SplitMix64(state: seed)
        var rates = (0..<resamples).map { _ in
            var (hits, total) = (0, 0)
            for _ in clusters.indices {
                let drawn = clusters[Int.random(in: clusters.indices, using: &generator)]
                hits += drawn.hits
                total += drawn.total
            }
            return Double(hits) / Double(max(1, total))
        }
        rates.sort()
        let cut = Int((Double(resamples) * tail).rounded())
        return (rates[cut], rates[resamples - 1 - cut])
    }
}
