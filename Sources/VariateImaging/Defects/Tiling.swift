/// A picture that repeats itself: the same tile two, three or four times across and down.
public struct Tiling: Sendable, Equatable {
    /// Correlation of the picture with itself shifted by one tile, the lesser of both axes and the greatest over the
    /// numbers of tiles, 0…1.
    public let selfCorrelation: Double

    /// Side of the square that the picture is reduced to; it divides by each number of tiles.
    static let side = 120
    static let sigma = 0.8
    static let tileCounts = [2, 3, 4]
    static let shiftTolerance = -1...1
    /// An overlap of less contrast than this, in levels, does not count.
    static let leastDeviation = 2.0
    static let regularisation = 1e-3

    /// Measures the native luma.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let square = picture.luma.areaResized(to: Size(width: Self.side, height: Self.side))
        let smooth = square.gaussianBlurred(sigma: Self.sigma).samples
        var best = 0.0
        for tiles in Self.tileCounts {
            for tolerance in Self.shiftTolerance {
                let shift = Self.side / tiles + tolerance
                best = max(
                    best,
                    min(
                        Self.correlation(smooth, width: Self.side - shift, height: Self.side, offset: shift),
                        Self.correlation(
                            smooth, width: Self.side, height: Self.side - shift, offset: shift * Self.side)))
            }
        }
        selfCorrelation = best
    }

    /// Normalised cross-correlation of the top left `width` × `height` samples with those `offset` samples later.
    private static func correlation(_ samples: [Float], width: Int, height: Int, offset: Int) -> Double {
        var first = RowMoments()
        var second = RowMoments()
        var products = 0.0
        let all = samples.span
        for y in 0..<height {
            let start = y * side
            let a = all.extracting(start..<start + width)
            let b = all.extracting(start + offset..<start + offset + width)
            first.add(a)
            second.add(b)
            var sum: Float = 0
            for i in 0..<width { sum += a[i] * b[i] }
            products += Double(sum)
        }
        guard first.variance > leastDeviation * leastDeviation, second.variance > leastDeviation * leastDeviation else {
            return 0
        }
        let count = Double(width * height)
        let covariance = products - count * first.mean * second.mean
        return covariance / (count * (first.variance * second.variance).squareRoot() + regularisation)
    }
}
