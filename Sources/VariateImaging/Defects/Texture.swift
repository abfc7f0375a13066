/// How much of a picture shows anything at all.
public struct Texture: Sendable, Equatable {
    /// Share of pixels whose 9×9 neighbourhood has a variance above 16, 0…1; a blank picture has almost none.
    public let texturedShare: Double

    /// The windows are three times three columns wide.
    static let radius = 4
    static let leastVariance: Int32 = 16

    /// Measures the native luma, in whole numbers; nothing but a count is kept.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let luma = picture.luma
        var windows = TextureWindows(luma)
        var count = 0
        for y in 0..<luma.height {
            windows.moveDown(to: y)
            count += countOfOnes(windows.marks.span)
        }
        texturedShare = Double(count) / Double(luma.size.pixelCount)
    }
}

/// The 9×9 windows around the pixels of one row, and which of them are textured.
private struct TextureWindows {
    private static let side = 2 * Texture.radius + 1

    /// 1 where a window's variance is above the bound, else 0.
    private(set) var marks: [UInt8]

    private let luma: Plane<UInt8>
    /// Sums of levels and of their squares down the columns of the window, at most 2295 and 585,225.
    private var sums: [Int16]
    private var squares: [Int32]
    /// The same with the border mirrored, then over three columns.
    private var paddedSums: [Int16]
    private var paddedSquares: [Int32]
    private var sumsOfThree: [Int16]
    private var squaresOfThree: [Int32]

    init(_ luma: Plane<UInt8>) {
        let radius = Texture.radius
        self.luma = luma
        marks = [UInt8](repeating: 0, count: luma.width)
        sums = [Int16](repeating: 0, count: luma.width)
        squares = [Int32](repeating: 0, count: luma.width)
        paddedSums = [Int16](repeating: 0, count: luma.width + 2 * radius)
        paddedSquares = [Int32](repeating: 0, count: luma.width + 2 * radius)
        sumsOfThree = [Int16](repeating: 0, count: luma.width + 2 * radius - 2)
        squaresOfThree = [Int32](repeating: 0, count: luma.width + 2 * radius - 2)
        // Row 0 is reached by dropping one row and taking one.
        let blank = [UInt8](repeating: 0, count: luma.width)
        for y in -radius - 1..<radius {
            let row = luma.row(reflected(y, in: luma.height))
            exchangeRows(entering: row, leaving: blank.span, sums: &sums, squares: &squares)
        }
    }

    /// Moves the windows to row `y` from the one above.
    mutating func moveDown(to y: Int) {
        let (radius, plane) = (Texture.radius, luma)
        exchangeRows(
            entering: plane.row(reflected(y + radius, in: plane.height)),
            leaving: plane.row(reflected(y - radius - 1, in: plane.height)), sums: &sums, squares: &squares)
        padMirrored(sums, into: &paddedSums)
        padMirrored(squares, into: &paddedSquares)
        addThree(paddedSums, step: 1, into: &sumsOfThree)
        addThree(paddedSquares, step: 1, into: &squaresOfThree)
        markTextured(sumsOfThree, squaresOfThree, side: Self.side, into: &marks)
    }
}

private func exchangeRows(
    entering: Span<UInt8>, leaving: Span<UInt8>, sums: inout [Int16], squares: inout [Int32]
) {
    var first = sums.mutableSpan
    var second = squares.mutableSpan
    let count = entering.count
    precondition(leaving.count == count && first.count == count && second.count == count)
    for i in 0..<count {
        let (new, old) = (Int16(entering[i]), Int16(leaving[i]))
        first[i] &+= new &- old
        // e² − l² = (e − l) (e + l), whose factors fit 16 bits.
        second[i] &+= Int32(new &- old) &* Int32(new &+ old)
    }
}

private func padMirrored<Sum: FixedWidthInteger>(_ row: [Sum], into padded: inout [Sum]) {
    let source = row.span
    var target = padded.mutableSpan
    let (radius, width) = (Texture.radius, source.count)
    precondition(target.count == width + 2 * radius)
    for i in 0..<width { target[radius &+ i] = source[i] }
    for i in 0..<radius {
        target[i] = source[reflected(i - radius, in: width)]
        target[radius + width + i] = source[reflected(width + i, in: width)]
    }
}

/// `result[i] = row[i] + row[i + step] + row[i + 2 step]`.
private func addThree<Sum: FixedWidthInteger>(_ row: [Sum], step: Int, into result: inout [Sum]) {
    var target = result.mutableSpan
    let count = target.count
    precondition(row.count == count + 2 * step)
    let first = row.span.extracting(0..<count)
    let second = row.span.extracting(step..<step + count)
    let third = row.span.extracting(2 * step..<2 * step + count)
    for i in 0..<count { target[i] = first[i] &+ second[i] &+ third[i] }
}

/// Marks windows with n Σx² − (Σx)² above n² times the least variance.
private func markTextured(_ sums: [Int16], _ squares: [Int32], side: Int, into marks: inout [UInt8]) {
    var target = marks.mutableSpan
    let count = target.count
    let pixels = Int32(side * side)
    let bound = Texture.leastVariance * pixels * pixels
    precondition(sums.count == count + 6 && squares.count == count + 6)
    let (sumsLeft, squaresLeft) = (sums.span.extracting(0..<count), squares.span.extracting(0..<count))
    let (sumsMiddle, squaresMiddle) = (sums.span.extracting(3..<3 + count), squares.span.extracting(3..<3 + count))
    let (sumsRight, squaresRight) = (sums.span.extracting(6..<6 + count), squares.span.extracting(6..<6 + count))
    for i in 0..<count {
        let sum = sumsLeft[i] &+ sumsMiddle[i] &+ sumsRight[i]
        let square = squaresLeft[i] &+ squaresMiddle[i] &+ squaresRight[i]
        target[i] = pixels &* square &- Int32(sum) &* Int32(sum) > bound ? 1 : 0
    }
}
