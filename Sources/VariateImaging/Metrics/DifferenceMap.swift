/// Where a picture that repeats another still differs from it, once it has been aligned: for people to look at.
///
/// The gate decides by `AlignedDifference`, which forgives small changes of tone and texture. This map forgives nothing
/// but the alignment, so that it shows what was changed.
public struct DifferenceMap: Sendable {
    /// Longest side of the map, in pixels.
    public static let side = 320
    /// Differences of this many levels or more are drawn brightest.
    public static let brightest: Float = 48
    /// A difference of this many levels can be seen.
    public static let visible: Float = 12

    /// Standard deviation of the smoothing before pixels are compared: it forgives resampling and compression.
    static let sigma = 1.2

    /// Root mean square difference of red, green and blue at each pixel of the reference, in levels; nothing outside the
    /// other picture.
    public let levels: Plane<Float>
    /// Mean of the differences, in levels.
    public let mean: Double
    /// Share of the pixels whose difference can be seen.
    public let visibleShare: Double
    /// The reference's luma, 0…1, which the map is drawn over.
    private let ground: [Float]
    /// Whether each pixel has a counterpart in the other picture.
    private let inside: [Bool]

    /// Compares two pictures of any size; translucent ones as they look on white.
    /// - Complexity: O(`side`²), and O(pixels) to reduce them.
    public init(from reference: Image, to candidate: Image) {
        let first = SmoothPicture(reference)
        let second = SmoothPicture(candidate)
        let found = AffineAligner.align(
            reference: AlignmentPyramid(luma: first.luma), candidate: AlignmentPyramid(luma: second.luma))
        let isTrusted = found.map { $0.correlation >= AlignedDifference.leastCorrelation } ?? false
        let map = isTrusted ? found?.parameters : nil

        let size = first.luma.size
        var levels = [Float](repeating: 0, count: size.pixelCount)
        var inside = [Bool](repeating: false, count: size.pixelCount)
        var sum = 0.0
        var (count, visibleCount) = (0, 0)
        for y in 0..<size.height {
            let v = (Double(y) + 0.5) / Double(size.height) - 0.5
            for x in 0..<size.width {
                let u = (Double(x) + 0.5) / Double(size.width) - 0.5
                let target = Self.target(u, v, map)
                guard abs(target.u) <= 0.5, abs(target.v) <= 0.5 else { continue }
                let i = y * size.width + x
                let difference = first.difference(at: i, from: second, u: target.u, v: target.v)
                levels[i] = difference
                inside[i] = true
                sum += Double(difference)
                count += 1
                if difference >= Self.visible { visibleCount += 1 }
            }
        }
        self.levels = Plane(size: size, samples: levels)
        self.inside = inside
        mean = sum / Double(max(1, count))
        visibleShare = Double(visibleCount) / Double(max(1, count))
        ground = first.luma.samples.map { $0 / 255 }
    }

    /// The map as a picture: equal parts dark and grey, different ones from ember to white, and what has no counterpart
    /// in the other picture darkest.
    public var image: Image {
        var samples: [UInt8] = []
        samples.reserveCapacity(Image.channels * levels.samples.count)
        for i in levels.samples.indices {
            let heat = min(1, levels.samples[i] / Self.brightest)
            let grey = inside[i] ? 0.06 + 0.32 * ground[i] : 0.03
            for channel in Self.ember(heat) {
                // The ground fades as the heat rises.
                let value = max(channel, grey * (1 - heat) + channel * heat)
                samples.append(UInt8(max(0, min(255, (value * 255).rounded()))))
            }
            samples.append(255)
        }
        return Image(size: levels.size, samples: samples)
    }

    /// Black, ember, orange, pale yellow: brighter with every step, so that it reads without colour too.
    private static func ember(_ heat: Float) -> [Float] {
        [min(1, heat * 2.2), max(0, min(1, heat * 1.6 - 0.45)), max(0, heat * 2.4 - 1.6)]
    }

    private static func target(_ u: Double, _ v: Double, _ map: [Double]?) -> (u: Double, v: Double) {
        guard let p = map else { return (u, v) }
        return (u + p[0] * u + p[1] * v + p[2], v + p[3] * u + p[4] * v + p[5])
    }
}

/// A reduced, smoothed picture on white.
private struct SmoothPicture {
    let luma: Plane<Float>
    private let channels: [Plane<Float>]

    init(_ image: Image) {
        let reduced = image.fitted(toLongestSide: DifferenceMap.side)
        channels = (0..<3).map { channel in
            let plane = Plane(
                size: reduced.size,
                samples: (0..<reduced.size.pixelCount).map { i in
                    let alpha = Float(reduced.samples[Image.channels * i + 3]) / 255
                    return Float(reduced.samples[Image.channels * i + channel]) * alpha + 255 * (1 - alpha)
                })
            return plane.gaussianBlurred(sigma: DifferenceMap.sigma)
        }
        luma = ColourGrid.luma(of: channels)
    }

    /// Root mean square difference of this picture's pixel and the other's at a place in [−½, ½]².
    func difference(at index: Int, from other: SmoothPicture, u: Double, v: Double) -> Float {
        let size = other.luma.size
        let column = max(0, min(Float(size.width - 1), Float((u + 0.5) * Double(size.width) - 0.5)))
        let row = max(0, min(Float(size.height - 1), Float((v + 0.5) * Double(size.height) - 0.5)))
        let (left, top) = (Int(column), Int(row))
        let (right, bottom) = (min(size.width - 1, left + 1), min(size.height - 1, top + 1))
        let (fx, fy) = (column - Float(left), row - Float(top))
        var squares: Float = 0
        for (own, others) in zip(channels, other.channels) {
            let samples = others.samples
            let upper = samples[top * size.width + left] * (1 - fx) + samples[top * size.width + right] * fx
            let lower = samples[bottom * size.width + left] * (1 - fx) + samples[bottom * size.width + right] * fx
            let difference = own.samples[index] - (upper * (1 - fy) + lower * fy)
            squares += difference * difference
        }
        return (squares / 3).squareRoot()
    }
}
