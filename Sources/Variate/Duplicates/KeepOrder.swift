import Foundation
import VariateImaging

/// Chooses which of several copies of a picture is worth keeping.
///
/// One measure after the other, each among those that the one before left: the most pixels, the sharpest once noise is
/// taken out, the least compressed, the fewest clipped pixels; each with a margin within which copies count as equal. Of
/// those that are left, the first.
struct KeepOrder {
    /// The measure that decided.
    enum Reason: String, CaseIterable {
        case pixels
        case sharpness
        case compression
        case clipping
        case first

        var sentence: String {
            switch self {
            case .pixels: "It has the most pixels."
            case .sharpness: "It is the sharpest of the largest."
            case .compression: "It is the least compressed of those that are as large and as sharp."
            case .clipping: "It has the fewest clipped pixels of those that are otherwise as good."
            case .first: "It is as good as the others, and comes first."
            }
        }
    }

    /// Copies with so much of the largest one's pixels count as equally large.
    static let equalPixels = 0.9
    /// Common logarithms of sharpness that differ by less are equal: a factor of 1.6.
    static let equalSharpness = 0.2
    /// Steps at the grid of compression, as a multiple of other steps.
    static let equalGrid = 0.05
    static let equalClipping = 0.01
    /// White noise of variance 1 has a Laplacian of variance 20; the estimate, from the quietest fifth, is a low one.
    static let laplacianOfNoise = 30.0
    static let leastVariance = 0.1

    /// The index to keep, among `members`, and why.
    static func best(of members: [Int], _ pictures: [ImageFeatures]) -> (index: Int, reason: Reason) {
        var left = members
        var reason = Reason.first
        func narrow(_ why: Reason, _ isGood: (Int) -> Bool) {
            let kept = left.filter(isGood)
            if kept.count < left.count && !kept.isEmpty { (left, reason) = (kept, why) }
        }
        let most = left.map { pictures[$0].size.pixelCount }.max() ?? 0
        narrow(.pixels) { Double(pictures[$0].size.pixelCount) >= equalPixels * Double(most) }
        let sharpest = left.map { sharpness(pictures[$0]) }.max() ?? 0
        narrow(.sharpness) { sharpness(pictures[$0]) >= sharpest - equalSharpness }
        let cleanest = left.map { pictures[$0].defects.blockiness.grid }.min() ?? 0
        narrow(.compression) { pictures[$0].defects.blockiness.grid <= cleanest + equalGrid }
        let leastClipped = left.map { pictures[$0].defects.exposure.clippedShare }.min() ?? 0
        narrow(.clipping) { pictures[$0].defects.exposure.clippedShare <= leastClipped + equalClipping }
        return (left[0], reason)
    }

    /// Common logarithm of the variance of the Laplacian beyond that of noise.
    private static func sharpness(_ picture: ImageFeatures) -> Double {
        let side = picture.size.fitted(toLongestSide: WorkingPicture.nativeSide).longestSide
        // Reducing averages noise away.
        let reduction = min(1, Double(WorkingPicture.reducedSide) / Double(side))
        let deviation = picture.defects.noise.quietDeviation * reduction
        let variance = pow(10, picture.defects.sharpness.laplacianVariance)
        return log10(max(leastVariance, variance - laplacianOfNoise * deviation * deviation))
    }
}
