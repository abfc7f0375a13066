/// Straight horizontal and vertical cuts: pasted blocks, shifted bands, torn rows.
public struct Seams: Sendable, Equatable {
    /// The largest share of one row or column boundary that is an isolated step, 0…1; lower is better.
    public let widestShare: Double
    /// The longest unbroken stretch of such a step, as a share of the side that it runs along, 0…1; lower is better.
    public let longestRun: Double

    /// An isolated step is higher than `least` levels and than `ratio` times either neighbouring step plus `margin`.
    struct Rule {
        let least: Int16
        let twiceRatio: Int16
        let margin: Int16
    }

    static let shareRule = Rule(least: 10, twiceRatio: 4, margin: 3)
    static let runRule = Rule(least: 14, twiceRatio: 5, margin: 4)

    /// Measures the native luma.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let rows = Self.measure(picture.luma)
        let columns = Self.measure(picture.transposedLuma)
        widestShare = max(rows.share, columns.share)
        longestRun = max(rows.run, columns.run)
    }

    /// Boundaries between rows, leaving out the outermost two on either side.
    static func measure(_ luma: Plane<UInt8>) -> (share: Double, run: Double) {
        let (width, height) = (luma.width, luma.height)
        guard height > 5 else { return (0, 0) }
        let samples = luma.samples.span
        var above = [Int16](repeating: 0, count: width)
        var step = above
        var below = above
        var inRun = [UInt8](repeating: 0, count: width)
        writeSteps(samples, from: 1, width: width, into: &above)
        writeSteps(samples, from: 2, width: width, into: &step)
        var widest = 0
        var longest = 0
        for y in 3..<height - 2 {
            writeSteps(samples, from: y, width: width, into: &below)
            widest = max(widest, mark(above.span, step.span, below.span, inRun: &inRun))
            longest = max(longest, longestStretch(inRun.span, atLeast: longest))
            (above, step, below) = (step, below, above)
        }
        return (Double(widest) / Double(width), Double(longest) / Double(width))
    }

    /// Absolute differences between row `y` and the next.
    private static func writeSteps(_ samples: Span<UInt8>, from y: Int, width: Int, into steps: inout [Int16]) {
        let row = samples.extracting(y * width..<(y + 1) * width)
        let next = samples.extracting((y + 1) * width..<(y + 2) * width)
        var target = steps.mutableSpan
        precondition(target.count == width)
        for i in 0..<width { target[i] = Int16(max(row[i], next[i]) - min(row[i], next[i])) }
    }

    /// Counts the steps by the rule for shares and marks those by the rule for runs.
    private static func mark(
        _ above: Span<Int16>, _ step: Span<Int16>, _ below: Span<Int16>, inRun: inout [UInt8]
    ) -> Int {
        var marks = inRun.mutableSpan
        let width = marks.count
        precondition(above.count == width && step.count == width && below.count == width)
        var count: Int32 = 0
        for i in 0..<width {
            let neighbour = max(above[i], below[i])
            let height = 2 * step[i]
            let inShare =
                height > 2 * shareRule.least && height > shareRule.twiceRatio * neighbour + 2 * shareRule.margin
            let inStretch = height > 2 * runRule.least && height > runRule.twiceRatio * neighbour + 2 * runRule.margin
            count += inShare ? 1 : 0
            marks[i] = inStretch ? 1 : 0
        }
        return Int(count)
    }

    /// Length of the longest stretch of marks, where it exceeds `least`.
    private static func longestStretch(_ marks: Span<UInt8>, atLeast least: Int) -> Int {
        var longest = least
        var run = 0
        for i in 0..<marks.count {
            run = marks[i] == 0 ? 0 : run + 1
            if run > longest { longest = run }
        }
        return longest
    }
}
