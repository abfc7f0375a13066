/// How grainy a picture is, where it should be smooth.
public struct Noise: Sendable, Equatable {
    /// Standard deviation of the noise in the picture's quiet fifth, in grey levels; lower is cleaner.
    ///
    /// The 20th percentile over 12-pixel blocks of Immerkær's estimator (J. Immerkær, "Fast noise variance estimation",
    /// 1996), without blocks near black or white, where clipping hides noise.
    public let quietDeviation: Double
    /// Share of pixels that are more than 70 levels from the median of their 3×3 neighbours in any channel, 0…1.
    public let impulseShare: Double
    /// Mean step from a pixel to the next over the mean step to the next but one: about 1 for noise, which has no memory,
    /// and 0.5 to 0.8 for pictures, however busy; above 1 where single rows or columns alternate.
    public let whiteness: Double

    static let block = 12
    static let quietPercent = 20.0
    /// Mean luma of the blocks that count.
    static let trustedLuma: ClosedRange<Double> = 16.0...239.0
    /// With fewer trusted blocks than this, all of them count.
    static let leastTrustedBlocks = 21
    static let impulseStep: UInt8 = 70
    /// Keeps the quotient of steps finite where every second row is the same, in levels.
    static let stepFloor = 0.01
    /// √(π/2) / 6: from the mean absolute response of Immerkær's mask to the standard deviation.
    static let responseToDeviation = 0.208_885_687_9

    /// Measures the native rasters.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        quietDeviation = Self.quietDeviation(picture.luma)
        impulseShare = Self.impulseShare(picture.channels)
        whiteness = Self.whiteness(picture.luma)
    }

    static func quietDeviation(_ luma: Plane<UInt8>) -> Double {
        guard luma.width > 2, luma.height > 2 else { return 0 }
        let inner = Size(width: luma.width - 2, height: luma.height - 2)
        let blockSize = Size(width: min(block, inner.width), height: min(block, inner.height))
        var responses: [Int] = []
        var totals: [Int] = []
        for top in stride(from: 1, through: luma.height - 1 - blockSize.height, by: blockSize.height) {
            var columns = NoiseColumns(width: inner.width)
            for y in top..<top + blockSize.height {
                columns.add(luma.row(y - 1), luma.row(y), luma.row(y + 1))
            }
            for left in stride(from: 0, through: inner.width - blockSize.width, by: blockSize.width) {
                let block = left..<left + blockSize.width
                responses.append(block.reduce(0) { $0 + Int(columns.responses[$1]) })
                totals.append(block.reduce(0) { $0 + Int(columns.levels[$1]) })
            }
        }
        let pixels = Double(blockSize.pixelCount)
        let all = responses.map { Float(Double($0) / pixels * responseToDeviation) }
        let trusted = zip(all, totals).filter { trustedLuma.contains(Double($0.1) / pixels) }.map(\.0)
        return OrderStatistics.percentile(trusted.count >= leastTrustedBlocks ? trusted : all, quietPercent)
    }

    static func whiteness(_ luma: Plane<UInt8>) -> Double {
        guard luma.width > 2, luma.height > 2 else { return 0 }
        return meanStep(luma, lag: 1) / (meanStep(luma, lag: 2) + stepFloor)
    }

    /// Mean absolute difference of pixels so far apart, along rows plus along columns.
    private static func meanStep(_ luma: Plane<UInt8>, lag: Int) -> Double {
        let (width, height) = (luma.width, luma.height)
        var along = 0
        var down = 0
        for y in 0..<height {
            let row = luma.row(y)
            along += sumOfSteps(row.extracting(0..<width - lag), row.extracting(lag..<width))
            if y + lag < height { down += sumOfSteps(row, luma.row(y + lag)) }
        }
        return Double(along) / Double((width - lag) * height) + Double(down) / Double(width * (height - lag))
    }

    static func impulseShare(_ channels: [Plane<UInt8>]) -> Double {
        let (width, height) = (channels[0].width, channels[0].height)
        var median = MedianRow<UInt8>(width: width, zero: 0)
        var struck = [UInt8](repeating: 0, count: width)
        var count = 0
        for y in 0..<height {
            for x in 0..<width { struck[x] = 0 }
            for plane in channels {
                median.filter(plane, y)
                mark(plane.row(y), median.values.span, in: &struck)
            }
            count += countOfOnes(struck.span)
        }
        return Double(count) / Double(width * height)
    }

    private static func mark(_ samples: Span<UInt8>, _ medians: Span<UInt8>, in struck: inout [UInt8]) {
        var target = struck.mutableSpan
        precondition(samples.count == target.count && medians.count == target.count)
        for i in 0..<target.count {
            let step = max(samples[i], medians[i]) &- min(samples[i], medians[i])
            target[i] |= step > impulseStep ? 1 : 0
        }
    }
}

/// Sums down the columns of a row of blocks.
private struct NoiseColumns {
    /// Absolute responses of the mask 1 −2 1 / −2 4 −2 / 1 −2 1, 2040 at most: those of a block's rows fit 16 bits.
    private(set) var responses: [Int16]
    /// Levels of the mask's centres.
    private(set) var levels: [UInt16]
    /// The row above plus the row below less twice the row, for a whole row.
    private var bends: [Int16]

    init(width: Int) {
        responses = [Int16](repeating: 0, count: width)
        levels = [UInt16](repeating: 0, count: width)
        bends = [Int16](repeating: 0, count: width + 2)
    }

    mutating func add(_ above: Span<UInt8>, _ centre: Span<UInt8>, _ below: Span<UInt8>) {
        Self.writeBends(above, centre, below, into: &bends)
        Self.addResponses(bends, to: &responses)
        Self.addLevels(centre.extracting(1..<centre.count - 1), to: &levels)
    }

    private static func writeBends(
        _ above: Span<UInt8>, _ centre: Span<UInt8>, _ below: Span<UInt8>, into bends: inout [Int16]
    ) {
        var target = bends.mutableSpan
        let count = target.count
        precondition(above.count == count && centre.count == count && below.count == count)
        for i in 0..<count { target[i] = Int16(above[i]) &+ Int16(below[i]) &- 2 &* Int16(centre[i]) }
    }

    private static func addResponses(_ bends: [Int16], to responses: inout [Int16]) {
        var target = responses.mutableSpan
        let left = bends.span.extracting(0..<target.count)
        let middle = bends.span.extracting(1..<target.count + 1)
        let right = bends.span.extracting(2..<target.count + 2)
        for i in 0..<target.count {
            let response = left[i] &+ right[i] &- 2 &* middle[i]
            target[i] &+= max(response, 0 &- response)
        }
    }

    private static func addLevels(_ row: Span<UInt8>, to levels: inout [UInt16]) {
        var target = levels.mutableSpan
        precondition(row.count == target.count)
        for i in 0..<target.count { target[i] &+= UInt16(row[i]) }
    }
}
