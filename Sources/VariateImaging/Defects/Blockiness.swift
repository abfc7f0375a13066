/// Block structure: the grid of a starved JPEG, and the stairs of a picture enlarged without interpolation.
public struct Blockiness: Sendable, Equatable {
    /// Mean step across the 8-pixel grid divided by the mean step elsewhere, on the less affected axis: 1 is no grid.
    public let grid: Double
    /// How far the steps of some rows and columns exceed their neighbours', on the less affected axis: about 1 is natural,
    /// and 2 or more are stairs.
    public let stairs: Double

    static let gridSide = 8
    static let stepFloor = 1e-3
    static let stairPercent = 95.0
    /// Keep the quotients of faint steps near 0.5.
    static let stairFloor: Float = 0.3
    static let neighbourFloor: Float = 0.6

    /// Measures the native luma.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let (columnSteps, rowSteps) = Self.meanSteps(picture.luma)
        grid = min(Self.grid(columnSteps), Self.grid(rowSteps))
        stairs = min(Self.stairs(columnSteps), Self.stairs(rowSteps))
    }

    /// Mean absolute difference between each column and the next, and between each row and the next.
    static func meanSteps(_ luma: Plane<UInt8>) -> (columns: [Float], rows: [Float]) {
        let (width, height) = (luma.width, luma.height)
        let columns = columnSteps(luma).map { Float($0) / Float(height) }
        let rows = (0..<height - 1).map { Float(sumOfSteps(luma.row($0), luma.row($0 + 1))) / Float(width) }
        return (columns, rows)
    }

    /// Sums of the absolute differences between each column and the next.
    private static func columnSteps(_ luma: Plane<UInt8>) -> [Int] {
        /// So many differences of 255 fit 16 bits.
        let run = 256
        var totals = [Int](repeating: 0, count: luma.width - 1)
        for top in stride(from: 0, to: luma.height, by: run) {
            var sums = [UInt16](repeating: 0, count: luma.width - 1)
            for y in top..<min(top + run, luma.height) {
                let row = luma.row(y)
                addSteps(row.extracting(0..<luma.width - 1), row.extracting(1..<luma.width), to: &sums)
            }
            for x in totals.indices { totals[x] += Int(sums[x]) }
        }
        return totals
    }

    private static func addSteps(_ left: Span<UInt8>, _ right: Span<UInt8>, to columns: inout [UInt16]) {
        var target = columns.mutableSpan
        precondition(left.count == target.count && right.count == target.count)
        for i in 0..<target.count { target[i] &+= UInt16(max(left[i], right[i]) &- min(left[i], right[i])) }
    }

    private static func grid(_ steps: [Float]) -> Double {
        var onGrid = (sum: 0.0, count: 0)
        var between = (sum: 0.0, count: 0)
        for (index, step) in steps.enumerated() {
            if index % gridSide == gridSide - 1 {
                onGrid.sum += Double(step) + stepFloor
                onGrid.count += 1
            } else {
                between.sum += Double(step) + stepFloor
                between.count += 1
            }
        }
        guard onGrid.count > 0, between.count > 0 else { return 1 }
        return (onGrid.sum / Double(onGrid.count)) / (between.sum / Double(between.count))
    }

    /// The 95th percentile of the quotients of each mean step and the greater of its two neighbours.
    private static func stairs(_ steps: [Float]) -> Double {
        guard steps.count > 2 else { return 1 }
        let excesses = (1..<steps.count - 1).map {
            (steps[$0] + stairFloor) / (max(steps[$0 - 1], steps[$0 + 1]) + neighbourFloor)
        }
        return OrderStatistics.percentile(excesses, stairPercent)
    }
}
