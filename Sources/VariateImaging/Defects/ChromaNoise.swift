/// Coloured blotches a few pixels wide: what is left in the colours of an unfinished or badly denoised picture.
///
/// Photographs, paintings and even halftones keep their colours smooth at this scale, whatever their luma does.
public struct ChromaNoise: Sendable, Equatable {
    /// Standard deviation of the noise of the less noisy of the two chroma differences, in levels; lower is cleaner.
    ///
    /// Immerkær's estimator, as in `Noise`, at a quarter of the native size: the 20th percentile over blocks.
    public let deviation: Double

    static let reduction = 4

    /// Measures the native channels.
    /// - Complexity: O(pixels).
    public init(_ picture: WorkingPicture) {
        let size = picture.luma.size
        let target = Size(width: max(1, size.width / Self.reduction), height: max(1, size.height / Self.reduction))
        let luma = picture.luma.areaResized(to: target)
        let blue = ColourGrid.blueDifference(picture.channels[2].areaResized(to: target), luma)
        let red = ColourGrid.redDifference(picture.channels[0].areaResized(to: target), luma)
        deviation = min(Self.quietDeviation(blue), Self.quietDeviation(red))
    }

    private static func quietDeviation(_ plane: Plane<Float>) -> Double {
        let (width, height) = (plane.width, plane.height)
        guard width > 2, height > 2 else { return 0 }
        let block = Size(width: min(Noise.block, width - 2), height: min(Noise.block, height - 2))
        let across = (width - 2) / block.width
        let down = (height - 2) / block.height
        var sums = [Float](repeating: 0, count: across * down)
        for y in 0..<down * block.height {
            let (above, centre, below) = (plane.row(y), plane.row(y + 1), plane.row(y + 2))
            for x in 0..<across * block.width {
                let left = above[x] + below[x] - 2 * centre[x]
                let middle = above[x + 1] + below[x + 1] - 2 * centre[x + 1]
                let right = above[x + 2] + below[x + 2] - 2 * centre[x + 2]
                sums[y / block.height * across + x / block.width] += abs(left + right - 2 * middle)
            }
        }
        return OrderStatistics.percentile(sums, Noise.quietPercent) / Double(block.pixelCount)
            * Noise.responseToDeviation
    }
}
