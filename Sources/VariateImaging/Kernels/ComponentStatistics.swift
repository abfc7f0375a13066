/// Area, bounding box and centroid of a set of pixels.
public struct ComponentStatistics: Sendable, Equatable {
    /// Leftmost column of the bounding box.
    public let left: Int
    /// Topmost row of the bounding box.
    public let top: Int
    /// Columns in the bounding box.
    public let width: Int
    /// Rows in the bounding box.
    public let height: Int
    /// Number of pixels.
    public let area: Int
    /// Mean column of the pixels.
    public let centroidX: Double
    /// Mean row of the pixels.
    public let centroidY: Double
}

/// Gathers a component run by run.
struct ComponentAccumulator {
    private var left = Int.max
    private var right = Int.min
    private var top = Int.max
    private var bottom = Int.min
    private(set) var area = 0
    private(set) var sumOfColumns = 0
    private(set) var sumOfRows = 0

    /// Adds the pixels of row `y` in columns `start..<end`.
    mutating func add(y: Int, start: Int, end: Int) {
        let count = end - start
        if count == 0 { return }
        left = min(left, start)
        right = max(right, end - 1)
        top = min(top, y)
        bottom = max(bottom, y)
        area += count
        sumOfColumns += (start + end - 1) * count / 2
        sumOfRows += y * count
    }

    /// The statistics, or nil where nothing was added.
    var statistics: ComponentStatistics? {
        if area == 0 { return nil }
        return ComponentStatistics(
            left: left, top: top, width: right - left + 1, height: bottom - top + 1, area: area,
            centroidX: Double(sumOfColumns) / Double(area), centroidY: Double(sumOfRows) / Double(area))
    }
}
