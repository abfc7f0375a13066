/// How well the details of two aligned planes correspond, tile by tile: the comparison of contrast and structure of SSIM,
/// (2 g σab + C) / (σa² + g² σb² + C), without its comparison of means, over uniform windows of 7 × 7 pixels.
///
/// g gives the candidate's details the contrast that the reference's have on the average, so that sharpening and softening
/// of the whole do not count. C is a third of SSIM's C2: planes that were reduced and smoothed have less noise to forgive.
struct TileStructure {
    /// Tiles along a side.
    static let tiles = 16
    static let window = 7
    static let steadying: Float = 20
    /// Keeps the gain finite for flat planes, in levels².
    static let varianceFloor: Float = 1
    /// Level that is subtracted, so that sums of squares stay small enough for single precision.
    private static let midLevel: Float = 128

    /// Means over the tiles that overlap, ascending: 1 is the same.
    let means: [Float]

    /// Compares square planes of one size where the candidate's samples are inside.
    /// - Complexity: O(pixels).
    init(_ reference: Plane<Float>, _ candidate: [Float], inside: [Bool]) {
        let side = reference.width
        let windows = side - Self.window + 1
        var moments = [SIMD4<Float>](repeating: .zero, count: windows * windows)
        var columns = [SIMD8<Float>](repeating: .zero, count: side)
        for y in 0..<side {
            let leaving = y - Self.window
            Self.slide(
                &columns, entering: y * side, leaving: leaving < 0 ? nil : leaving * side, reference.samples.span,
                candidate.span)
            let top = y - Self.window + 1
            if top >= 0 { Self.measure(columns.span, into: &moments, from: top * windows) }
        }
        means = Self.tileMeans(moments.span, windows: windows, inside: inside.span)
    }

    /// Moves the sums of a, b, a², b² and a b of each column's window down by a row.
    private static func slide(
        _ columns: inout [SIMD8<Float>], entering: Int, leaving: Int?, _ a: Span<Float>, _ b: Span<Float>
    ) {
        var target = columns.mutableSpan
        for x in 0..<target.count {
            target[x] += entry(a[entering + x] - midLevel, b[entering + x] - midLevel)
        }
        guard let leaving else { return }
        for x in 0..<target.count {
            target[x] -= entry(a[leaving + x] - midLevel, b[leaving + x] - midLevel)
        }
    }

    @inline(__always) private static func entry(_ a: Float, _ b: Float) -> SIMD8<Float> {
        SIMD8(a, b, a * a, b * b, a * b, 0, 0, 0)
    }

    /// The variance of a, that of b and their covariance in each window of a row.
    private static func measure(_ columns: Span<SIMD8<Float>>, into moments: inout [SIMD4<Float>], from start: Int) {
        let scale = 1 / Float(window * window)
        var target = moments.mutableSpan
        var sum = SIMD8<Float>.zero
        for x in 0..<window - 1 { sum += columns[x] }
        for left in 0...columns.count - window {
            sum += columns[left + window - 1]
            let mean = sum * scale
            target[start + left] = SIMD4(
                mean[2] - mean[0] * mean[0], mean[3] - mean[1] * mean[1], mean[4] - mean[0] * mean[1], 0)
            sum -= columns[left]
        }
    }

    private static func tileMeans(_ moments: Span<SIMD4<Float>>, windows: Int, inside: Span<Bool>) -> [Float] {
        let side = windows + window - 1
        let margin = window / 2
        var total = SIMD4<Float>.zero
        for y in 0..<windows {
            for x in 0..<windows where inside[(y + margin) * side + x + margin] { total += moments[y * windows + x] }
        }
        let floor = varianceFloor * Float(windows * windows)
        let gain = ((total.x + floor) / (total.y + floor)).squareRoot()
        var sums = [Float](repeating: 0, count: tiles * tiles)
        var counts = sums
        for y in 0..<windows {
            let firstTile = (y + margin) * tiles / side * tiles
            for x in 0..<windows where inside[(y + margin) * side + x + margin] {
                let m = moments[y * windows + x]
                let tile = firstTile + (x + margin) * tiles / side
                sums[tile] += (2 * gain * m.z + steadying) / (m.x + gain * gain * m.y + steadying)
                counts[tile] += 1
            }
        }
        return zip(sums, counts).filter { $0.1 > 0 }.map { $0.0 / $0.1 }.sorted()
    }

    /// Mean over all tiles but the given share of the most changed ones.
    func mean(leavingOut share: Double) -> Double {
        guard !means.isEmpty else { return 1 }
        let kept = means.dropFirst(Int((share * Double(means.count)).rounded()))
        return Double(kept.reduce(0, +)) / Double(kept.count)
    }

    /// The percentile over tiles.
    func percentile(_ percent: Double) -> Double {
        means.isEmpty ? 1 : OrderStatistics.percentile(means, percent)
    }

    /// Share of the tiles below a value.
    func share(below value: Float) -> Double {
        means.isEmpty ? 0 : Double(means.count { $0 < value }) / Double(means.count)
    }
}
