/// How grainy a picture is, where it should be smooth.
public struct Noise: Sendable, Equatable {
    /// Standard deviation of the noise in the picture's quiet fifth, in grey levels; lower is cleaner.
    ///
    /// The 20th percentile over 12-pixel blocks of Immerkær's estimator (J. Immerkær, "Fast noise variance estimation",
    /// 1996), without blocks near black or white, where clipping hides noise.
    public let quietDeviation: Double
    /// Share of pixels that are more than 70 levels from the median of their 3×3 neighbours in any channel, 0…1.
    public let impulseShare: Double

    static let block = 12
    static let quietPercent = 20.0
    /// Mean luma of the blocks that count.
    static let trustedLuma: ClosedRange<Double> = 16.0...239.0
    /// With fewer trusted blocks than this, all of them count.
    static let leastTrustedBlocks = 21
    static let impulseStep: UInt8 = 70
    /// √(π/2) / 6: from the mean absolute response of Immerkær's mask to the standard deviation.
    static let responseToDeviation = 0.208_885_687_9

    /// Measures the native rasters.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        quietDeviation = Self.quietDeviation(picture.luma)
        impulseShare = Self.impulseShare(picture.channels)
    }

    static func quietDeviation(_ luma: Plane<UInt8>) -> Double {
        guard luma.width > 2, luma.height > 2 else { return 0 }
        let inner = Size(width: luma.width - 2, height: luma.height - 2)
        let (blockWidth, blockHeight) = (min(block, inner.width), min(block, inner.height))
        let (across, down) = (inner.width / blockWidth, inner.height / blockHeight)
        var responses = [Int](repeating: 0, count: across * down)
        var totals = responses
        var row = [Int16](repeating: 0, count: inner.width)
        let samples = luma.samples.span
        for y in 0..<down * blockHeight {
            let start = y * luma.width
            respond(
                samples.extracting(start..<start + luma.width),
                samples.extracting(start + luma.width..<start + 2 * luma.width),
                samples.extracting(start + 2 * luma.width..<start + 3 * luma.width), into: &row)
            let centre = samples.extracting(start + luma.width + 1..<start + luma.width + 1 + inner.width)
            for column in 0..<across {
                var response = 0
                var total = 0
                for x in column * blockWidth..<(column + 1) * blockWidth {
                    response += Int(row[x])
                    total += Int(centre[x])
                }
                responses[y / blockHeight * across + column] += response
                totals[y / blockHeight * across + column] += total
            }
        }
        let pixels = Double(blockWidth * blockHeight)
        let all = responses.map { Float(Double($0) / pixels * responseToDeviation) }
        let trusted = zip(all, totals).filter { trustedLuma.contains(Double($0.1) / pixels) }.map(\.0)
        return OrderStatistics.percentile(trusted.count >= leastTrustedBlocks ? trusted : all, quietPercent)
    }

    /// Absolute responses of the mask 1 −2 1 / −2 4 −2 / 1 −2 1.
    private static func respond(
        _ above: Span<UInt8>, _ centre: Span<UInt8>, _ below: Span<UInt8>, into row: inout [Int16]
    ) {
        var target = row.mutableSpan
        let width = target.count
        precondition(above.count == width + 2 && centre.count == width + 2 && below.count == width + 2)
        for i in 0..<width {
            let left = Int16(above[i]) + Int16(below[i]) - 2 * Int16(centre[i])
            let middle = Int16(above[i + 1]) + Int16(below[i + 1]) - 2 * Int16(centre[i + 1])
            let right = Int16(above[i + 2]) + Int16(below[i + 2]) - 2 * Int16(centre[i + 2])
            target[i] = abs(left + right - 2 * middle)
        }
    }

    static func impulseShare(_ channels: [Plane<UInt8>]) -> Double {
        var struck = [UInt8](repeating: 0, count: channels[0].size.pixelCount)
        for plane in channels {
            let median = plane.median3x3()
            mark(plane.samples.span, median.samples.span, in: &struck)
        }
        var count = 0
        for mark in struck { count += Int(mark) }
        return Double(count) / Double(struck.count)
    }

    private static func mark(_ samples: Span<UInt8>, _ medians: Span<UInt8>, in struck: inout [UInt8]) {
        var target = struck.mutableSpan
        precondition(samples.count == target.count && medians.count == target.count)
        for i in 0..<target.count {
            let step = max(samples[i], medians[i]) - min(samples[i], medians[i])
            target[i] |= step > impulseStep ? 1 : 0
        }
    }
}
