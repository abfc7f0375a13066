/// Straight horizontal and vertical cuts: pasted blocks, shifted bands, torn rows.
public struct Seams: Sendable, Equatable {
    /// The largest share of one row or column boundary that is an isolated step, 0…1; lower is better.
    public let widestShare: Double
    /// The longest unbroken stretch of such a step, as a share of the side that it runs along, 0…1; lower is better.
    public let longestRun: Double

    /// Measures the native luma.
    ///
    /// The outermost two boundaries on either side are left out.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let rows = Self.betweenRows(picture.luma)
        let columns = Self.betweenColumns(picture.luma)
        widestShare = max(rows.share, columns.share)
        longestRun = max(rows.run, columns.run)
    }

    private static func betweenRows(_ luma: Plane<UInt8>) -> (share: Double, run: Double) {
        let (width, height) = (luma.width, luma.height)
        guard height > 5 else { return (0, 0) }
        var above = [UInt8](repeating: 0, count: width)
        var step = above
        var below = above
        var marks = SeamMarks(count: width)
        writeSteps(luma.row(1), luma.row(2), into: &above)
        writeSteps(luma.row(2), luma.row(3), into: &step)
        var widest = 0
        var longest = 0
        for y in 3..<height - 2 {
            writeSteps(luma.row(y), luma.row(y + 1), into: &below)
            marks.mark(step.span, above.span, below.span)
            widest = max(widest, countOfOnes(marks.isolated.span))
            // A stretch is no longer than the number of its marks.
            if countOfOnes(marks.sharp.span) > longest { longest = longestStretch(marks.sharp.span, atLeast: longest) }
            (above, step, below) = (step, below, above)
        }
        return (Double(widest) / Double(width), Double(longest) / Double(width))
    }

    /// Length of the longest stretch of ones, where it exceeds `least`.
    private static func longestStretch(_ marks: Span<UInt8>, atLeast least: Int) -> Int {
        var longest = least
        var run = 0
        for i in 0..<marks.count {
            run = marks[i] == 0 ? 0 : run + 1
            if run > longest { longest = run }
        }
        return longest
    }

    private static func betweenColumns(_ luma: Plane<UInt8>) -> (share: Double, run: Double) {
        let (width, height) = (luma.width, luma.height)
        guard width > 5 else { return (0, 0) }
        precondition(height <= Int(Int16.max))
        var steps = [UInt8](repeating: 0, count: width - 1)
        var marks = SeamMarks(count: width - 5)
        var counts = [Int16](repeating: 0, count: width - 5)
        var runs = counts
        var longest = counts
        for y in 0..<height {
            let row = luma.row(y)
            writeSteps(row.extracting(0..<width - 1), row.extracting(1..<width), into: &steps)
            marks.mark(
                steps.span.extracting(2..<width - 3), steps.span.extracting(1..<width - 4),
                steps.span.extracting(3..<width - 2))
            count(marks.isolated.span, into: &counts)
            prolong(&runs, by: marks.sharp.span, longest: &longest)
        }
        let (widest, stretch) = (counts.max() ?? 0, longest.max() ?? 0)
        return (Double(widest) / Double(height), Double(stretch) / Double(height))
    }

    private static func count(_ marks: Span<UInt8>, into counts: inout [Int16]) {
        var target = counts.mutableSpan
        precondition(marks.count == target.count)
        for i in 0..<marks.count { target[i] &+= Int16(marks[i]) }
    }

    /// One more where a run goes on, 0 where it ends.
    private static func prolong(_ runs: inout [Int16], by marks: Span<UInt8>, longest: inout [Int16]) {
        var run = runs.mutableSpan
        var most = longest.mutableSpan
        precondition(marks.count == run.count && marks.count == most.count)
        for i in 0..<marks.count {
            run[i] = (run[i] &+ 1) & (0 &- Int16(marks[i]))
            most[i] = max(most[i], run[i])
        }
    }
}

/// Where steps stand out from the neighbouring ones, by two rules.
private struct SeamMarks {
    /// 1 where a step is above 10 levels and above twice either neighbour plus 3, else 0.
    private(set) var isolated: [UInt8]
    /// 1 where a step is above 14 levels and above 2½ times either neighbour plus 4, else 0.
    private(set) var sharp: [UInt8]

    init(count: Int) {
        isolated = [UInt8](repeating: 0, count: count)
        sharp = isolated
    }

    /// Judges each step. Neighbours so high that no step can exceed them are capped, which keeps the arithmetic in bytes.
    mutating func mark(_ steps: Span<UInt8>, _ before: Span<UInt8>, _ after: Span<UInt8>) {
        Self.mark(steps, before, after, isolated: &isolated, sharp: &sharp)
    }

    private static func mark(
        _ steps: Span<UInt8>, _ before: Span<UInt8>, _ after: Span<UInt8>, isolated: inout [UInt8],
        sharp: inout [UInt8]
    ) {
        var isolatedMarks = isolated.mutableSpan
        var sharpMarks = sharp.mutableSpan
        let count = steps.count
        precondition(before.count == count && after.count == count)
        precondition(isolatedMarks.count == count && sharpMarks.count == count)
        for i in 0..<count {
            let neighbour = max(before[i], after[i])
            let twice = 2 &* min(neighbour, 127)
            isolatedMarks[i] = max(steps[i], 3) &- 3 > max(twice, 10 - 3) ? 1 : 0
            let capped = min(neighbour, 102)
            let twoAndAHalfTimes = 2 &* capped &+ capped / 2
            sharpMarks[i] = max(steps[i], 4) &- 4 > max(twoAndAHalfTimes, 14 - 4) ? 1 : 0
        }
    }
}
