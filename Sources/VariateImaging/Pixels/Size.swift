/// The extent of a raster, in pixels. Both sides are at least 1.
public struct Size: Hashable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Number of rows.
    public let height: Int

    /// Creates a size.
    /// - Precondition: both sides are positive and their product fits an `Int`.
    public init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a raster has at least one pixel, not \(width)x\(height)")
        precondition(!width.multipliedReportingOverflow(by: height).overflow, "\(width)x\(height) overflows")
        self.width = width
        self.height = height
    }

    /// Number of pixels: width times height.
    public var pixelCount: Int { width * height }
    /// The longer side, in pixels.
    public var longestSide: Int { max(width, height) }
    /// The shorter side, in pixels.
    public var shortestSide: Int { min(width, height) }
    /// Width divided by height.
    public var aspectRatio: Double { Double(width) / Double(height) }

    /// The same shape with its longest side at most so many pixels (at least one), each side rounded to the nearest
    /// (halves to even).
    public func fitted(toLongestSide limit: Int) -> Size {
        fitted(toLongestSide: limit, leastSide: 1)
    }

    /// The same, with no side reduced to less than so many pixels.
    /// - Precondition: `leastSide` is positive.
    func fitted(toLongestSide limit: Int, leastSide: Int) -> Size {
        if longestSide <= limit { return self }
        let scale = Double(max(limit, 1)) / Double(longestSide)
        func scaled(_ side: Int) -> Int {
            max(Int((Double(side) * scale).rounded(.toNearestOrEven)), min(side, leastSide))
        }
        return Size(width: scaled(width), height: scaled(height))
    }
}

extension Size: CustomStringConvertible {
    /// For example `1920x1080`.
    public var description: String { "\(width)x\(height)" }
}
