/// A separable, symmetric window: the same weights along rows and columns, adding up to one.
struct WeightedWindow {
    /// Weights from the first sample to the last; an odd number.
    let weights: [Double]
    /// N / (N − 1) to turn the window's covariances into sample covariances, or 1.
    let covarianceScale: Double

    /// Samples on either side of the centre.
    var radius: Int { weights.count / 2 }

    /// The paper's window: 11 taps, σ = 1.5, population covariance.
    static let gaussian: WeightedWindow = {
        let sigma = 1.5
        let radius = 5
        let bell = (-radius...radius).map { exponential(-Double($0 * $0) / (2 * sigma * sigma)) }
        let total = bell.reduce(0, +)
        return WeightedWindow(weights: bell.map { $0 / total }, covarianceScale: 1)
    }()

    /// Equal weights and sample covariance, as scikit-image's default.
    static func uniform(_ side: Int) -> WeightedWindow {
        let n = Double(side * side)
        return WeightedWindow(
            weights: Array(repeating: 1 / Double(side), count: side), covarianceScale: n / max(n - 1, 1))
    }
}
