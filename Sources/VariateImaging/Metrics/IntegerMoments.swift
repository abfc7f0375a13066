/// Count, sum and sum of squares of whole numbers: exact, whatever the order they come in.
///
/// A picture of a thousand million pixels of magnitude 1020 stays below `Int.max`.
public struct IntegerMoments: Sendable, Equatable {
    /// How many numbers were added.
    public private(set) var count = 0
    /// Their sum.
    public private(set) var sum = 0
    /// The sum of their squares.
    public private(set) var sumOfSquares = 0

    /// No numbers yet.
    public init() {}

    /// Adds `count` numbers of which only the sum and the sum of squares are known.
    mutating func add(count: Int, sum: Int, sumOfSquares: Int) {
        self.count += count
        self.sum += sum
        self.sumOfSquares += sumOfSquares
    }

    /// The arithmetic mean.
    /// - Precondition: there is at least one number.
    public var mean: Double { Double(sum) / Double(count) }

    /// The population variance, Σ(v − mean)² / n: numpy's `var`, to a few units in the last place.
    ///
    /// The numbers are shifted by their rounded mean in integers first, so that nothing cancels in floating point.
    /// - Precondition: there is at least one number.
    public var variance: Double {
        let shift = Int(mean.rounded())
        let rest = sum - shift * count
        let squares = sumOfSquares - 2 * shift * sum + shift * shift * count
        return (Double(squares) - Double(rest) * Double(rest) / Double(count)) / Double(count)
    }

    /// The population standard deviation, √variance.
    /// - Precondition: there is at least one number.
    public var standardDeviation: Double { variance.squareRoot() }
}
