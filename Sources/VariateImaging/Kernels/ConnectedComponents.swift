/// The connected sets of non-zero pixels of a mask, with the statistics of each.
///
/// Equal to OpenCV's `connectedComponentsWithStats`, in the order of each component's first pixel in reading order.
///
/// Reference: L. He, Y. Chao and K. Suzuki, "A run-based two-scan labeling algorithm", IEEE TIP 17(5), 2008.
public struct ConnectedComponents: Sendable {
    /// The extent of the mask.
    public let size: Size
    /// Each component, ordered by its first pixel in reading order; component `i` has label `i + 1`.
    public let components: [ComponentStatistics]
    /// The zero pixels together, nil where there are none.
    public let background: ComponentStatistics?
    private let runs: [Run]

    /// Finds the components of a mask.
    /// - Complexity: O(pixels), plus a nearly constant cost for each run of non-zero pixels.
    public init(of mask: Plane<UInt8>, connectivity: Connectivity = .eight) {
        var forest = RunForest(reach: connectivity == .eight ? 1 : 0)
        var background = ComponentAccumulator()
        var row: [(start: Int, end: Int)] = []
        for y in 0..<mask.height {
            findRuns(mask.samples.span.extracting(y * mask.width..<(y + 1) * mask.width), into: &row)
            forest.add(row, y: y)
            var gap = 0
            for run in row {
                background.add(y: y, start: gap, end: run.start)
                gap = run.end
            }
            background.add(y: y, start: gap, end: mask.width)
        }
        size = mask.size
        runs = forest.labelledRuns()
        var accumulators = [ComponentAccumulator](repeating: ComponentAccumulator(), count: forest.componentCount)
        for run in runs { accumulators[run.label - 1].add(y: run.y, start: run.start, end: run.end) }
        components = accumulators.compactMap(\.statistics)
        self.background = background.statistics
    }

    /// Returns the label of each pixel: 0 for the background, `i + 1` for component `i`.
    /// - Complexity: O(pixels).
    public func labels() -> Plane<Int32> {
        var plane = Plane<Int32>(size: size, repeating: 0)
        for run in runs {
            let rowStart = run.y * size.width
            for i in rowStart + run.start..<rowStart + run.end { plane.samples[i] = Int32(run.label) }
        }
        return plane
    }
}

/// Pixels `start..<end` of row `y`, all of one component.
private struct Run {
    let y: Int
    let start: Int
    let end: Int
    /// The index of an earlier run of the same component while runs are joined; then the component's label.
    var label: Int
}

private func findRuns(_ row: Span<UInt8>, into runs: inout [(start: Int, end: Int)]) {
    runs.removeAll(keepingCapacity: true)
    var x = 0
    while x < row.count {
        if row[x] == 0 {
            x += 1
            continue
        }
        let start = x
        while x < row.count && row[x] != 0 { x += 1 }
        runs.append((start, x))
    }
}

/// Runs joined into trees whose root is the component's first run.
private struct RunForest {
    /// How far beyond its ends a run touches the runs of the row above: 1 with diagonals, 0 without.
    let reach: Int
    private(set) var componentCount = 0
    private var runs: [Run] = []
    private var previousRow = 0..<0

    init(reach: Int) {
        self.reach = reach
    }

    /// Adds the runs of row `y`, left to right, joined to the ones above that they touch.
    mutating func add(_ row: [(start: Int, end: Int)], y: Int) {
        var above = previousRow.lowerBound
        let first = runs.count
        for (start, end) in row {
            let index = runs.count
            runs.append(Run(y: y, start: start, end: end, label: index))
            while above < previousRow.upperBound && runs[above].end + reach <= start { above += 1 }
            var touching = above
            while touching < previousRow.upperBound && runs[touching].start < end + reach {
                join(index, touching)
                touching += 1
            }
        }
        previousRow = first..<runs.count
    }

    /// The runs with their labels, 1 and up in the order of first appearance.
    mutating func labelledRuns() -> [Run] {
        componentCount = 0
        for i in runs.indices {
            // A parent always comes before its child, so it bears its final label already.
            let parent = runs[i].label
            if parent == i {
                componentCount += 1
                runs[i].label = componentCount
            } else {
                runs[i].label = runs[parent].label
            }
        }
        return runs
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let a = root(first)
        let b = root(second)
        runs[max(a, b)].label = min(a, b)
    }

    /// The root of a run's tree; the path to it is halved on the way.
    private mutating func root(_ index: Int) -> Int {
        var i = index
        while runs[i].label != i {
            runs[i].label = runs[runs[i].label].label
            i = runs[i].label
        }
        return i
    }
}
