/// One channel of samples, row-major, without padding between rows: `samples[y * width + x]`.
public struct Plane<Sample: Sendable>: Sendable {
    /// The extent of the plane.
    public let size: Size
    /// `size.pixelCount` samples, row by row from the top left.
    public var samples: [Sample]

    /// Wraps samples that are already laid out row by row.
    /// - Precondition: there are exactly `size.pixelCount` samples.
    public init(size: Size, samples: [Sample]) {
        precondition(samples.count == size.pixelCount, "\(samples.count) samples for a plane of \(size)")
        self.size = size
        self.samples = samples
    }

    /// A plane of one value.
    public init(size: Size, repeating value: Sample) {
        self.size = size
        samples = Array(repeating: value, count: size.pixelCount)
    }

    /// Pixels in a row.
    public var width: Int { size.width }
    /// Number of rows.
    public var height: Int { size.height }

    /// The samples of row `y`.
    @_lifetime(borrow self)
    func row(_ y: Int) -> Span<Sample> {
        samples.span.extracting(y * width..<(y + 1) * width)
    }
}

extension Plane: Equatable where Sample: Equatable {}
