/// How much of a picture shows anything at all.
public struct Texture: Sendable, Equatable {
    /// Share of pixels whose 9×9 neighbourhood has a variance above 16, 0…1; a blank picture has almost none.
    public let texturedShare: Double

    static let radius = 4
    static let leastVariance: Int32 = 16

    /// Measures the native luma.
    ///
    /// The window slides as that of `boxBlurred(radius:)` does, but over whole numbers, which keep the variance exact, and
    /// over two sums at once; nothing but a count is written.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let luma = picture.luma
        let (width, height, radius) = (luma.width, luma.height, Self.radius)
        let samples = luma.samples.span
        var sums = [Int32](repeating: 0, count: width)
        var squares = sums
        for y in -radius...radius {
            let start = reflected(y, in: height) * width
            Self.exchange(samples.extracting(start..<start + width), nil, sums: &sums, squares: &squares)
        }
        var paddedSums = [Int32](repeating: 0, count: width + 2 * radius)
        var paddedSquares = paddedSums
        var count = 0
        for y in 0..<height {
            for i in 0..<width + 2 * radius {
                let column = reflected(i - radius, in: width)
                paddedSums[i] = sums[column]
                paddedSquares[i] = squares[column]
            }
            count += Self.countTextured(paddedSums.span, paddedSquares.span, side: 2 * radius + 1)
            let leaving = reflected(y - radius, in: height) * width
            let entering = reflected(y + radius + 1, in: height) * width
            Self.exchange(
                samples.extracting(entering..<entering + width), samples.extracting(leaving..<leaving + width),
                sums: &sums, squares: &squares)
        }
        texturedShare = Double(count) / Double(luma.size.pixelCount)
    }

    private static func exchange(
        _ entering: Span<UInt8>, _ leaving: Span<UInt8>?, sums: inout [Int32], squares: inout [Int32]
    ) {
        var first = sums.mutableSpan
        var second = squares.mutableSpan
        precondition(first.count == entering.count && second.count == entering.count)
        for i in 0..<entering.count {
            let value = Int32(entering[i])
            first[i] &+= value
            second[i] &+= value &* value
        }
        if let leaving {
            precondition(leaving.count == first.count)
            for i in 0..<leaving.count {
                let value = Int32(leaving[i])
                first[i] &-= value
                second[i] &-= value &* value
            }
        }
    }

    /// How many windows of `side` columns have n Σx² − (Σx)² above n² times the least variance.
    private static func countTextured(_ sums: Span<Int32>, _ squares: Span<Int32>, side: Int) -> Int {
        let pixels = Int32(side * side)
        let bound = leastVariance * pixels * pixels
        var sum: Int32 = 0
        var square: Int32 = 0
        for i in 0..<side - 1 {
            sum &+= sums[i]
            square &+= squares[i]
        }
        var count = 0
        for i in side - 1..<sums.count {
            sum &+= sums[i]
            square &+= squares[i]
            if pixels &* square &- sum &* sum > bound { count += 1 }
            sum &-= sums[i - side + 1]
            square &-= squares[i - side + 1]
        }
        return count
    }
}
