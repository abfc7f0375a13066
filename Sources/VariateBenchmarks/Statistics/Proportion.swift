/// How many of how many, with the interval that the true share lies in, nineteen times of twenty.
public struct Proportion: Sendable, Equatable, Codable {
    /// How many had the property.
    public let count: Int
    /// Of how many.
    public let of: Int
    /// Their share, 0 to 1; 0 of none.
    public let rate: Double
    /// Lower end of the 95 % interval.
    public let low: Double
    /// Upper end of the 95 % interval.
    public let high: Double

    /// Where the standard normal distribution leaves 2.5 % above it.
    private static let quantile = 1.959964

    /// A share of observations that come in clusters: those of one source resemble each other.
    ///
    /// The interval comes from resampling the clusters (percentile bootstrap). Where there is one cluster, or where all
    /// observations agree, resampling sees no variation, and it is Wilson's instead.
    /// - Complexity: O(observations + resamples · clusters).
    public init(_ observations: [(cluster: String, hit: Bool)]) {
        var clusters: [String: (hits: Int, total: Int)] = [:]
        for (cluster, hit) in observations {
            clusters[cluster, default: (0, 0)].hits += hit ? 1 : 0
            clusters[cluster, default: (0, 0)].total += 1
        }
        of = observations.count
        count = observations.count { $0.hit }
        rate = of > 0 ? Double(count) / Double(of) : 0
        if clusters.count > 1 && count > 0 && count < of {
            // In order of name, so that the same observations give the same interval.
            let counts = clusters.sorted { $0.key < $1.key }.map(\.value)
            (low, high) = ClusterBootstrap.interval(of: counts)
        } else {
            (low, high) = Self.wilson(count, of)
        }
    }

    /// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    static func wilson(_ count: Int, _ of: Int) -> (low: Double, high: Double) {
        guard of > 0 else { return (0, 1) }
        let (n, p, z) = (Double(of), Double(count) / Double(of), quantile)
        let denominator = 1 + z * z / n
        let centre = p + z * z / (2 * n)
        let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return (max(0, (centre - spread) / denominator), min(1, (centre + spread) / denominator))
    }
}
