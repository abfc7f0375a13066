/// What lies around a cut-out subject: transparency, or plain near-white ground such as products are shown on.
///
/// Own recipe: a flood from the borders of a reduced picture through what is transparent, or light and without colour.
public struct Backdrop: Sendable {
    /// 1 where the reduced picture is backdrop, 0 where it is subject.
    let mask: Plane<Float>
    /// Whether the backdrop is seen through.
    public let isTransparent: Bool
    /// The subject's upper left corner, 0...1 across and down.
    public let least: SIMD2<Double>
    /// The subject's lower right corner, 0...1 across and down.
    public let most: SIMD2<Double>
    /// Whether the borders can be continued: the subject keeps clear of them, and what they show is plain.
    public let isOpenEnded: Bool

    /// The subject's middle, 0...1 across and down.
    public var center: SIMD2<Double> { (least + most) / 2 }

    /// The largest magnification that keeps the subject whole, with a margin; below 1 where it fills the picture.
    public var largestZoom: Double {
        let margin = 0.04
        let extent = most - least
        return (1 - 2 * margin) / max(extent.x, extent.y, margin)
    }

    /// The frame's centre nearest to a wanted one that keeps the subject in a frame of a magnification.
    public func center(nearest wanted: SIMD2<Double>, zoom: Double) -> SIMD2<Double> {
        let half = SIMD2(repeating: 0.5 / zoom - 0.01)
        let (low, high) = (most - half, least + half)
        // Where the subject is larger than the frame, the middle of both is as good as it gets.
        let middle = (low + high) / 2
        return SIMD2(
            low.x < high.x ? max(low.x, min(wanted.x, high.x)) : middle.x,
            low.y < high.y ? max(low.y, min(wanted.y, high.y)) : middle.y)
    }
}

extension Image {
    /// The backdrop of a cut-out subject; nil for a scene.
    ///
    /// A backdrop is connected to the borders, covers most of them and a good part of the picture.
    public func backdrop() -> Backdrop? {
        guard size.shortestSide >= 16 else { return nil }
        let workingSide = 256
        let planes = ColorPlanes(encoded: self).map { $0.reduced(toLongestSide: workingSide) }
        let alpha = alphaPlane().reduced(toLongestSide: workingSide)
        let (width, height) = (alpha.width, alpha.height)
        let visible: Float = 0.5
        // The soft shadow that a subject casts on its ground belongs to the ground.
        let (lightest, light, shaded, grey): (Float, Float, Float, Float) = (0.97, 0.90, 0.66, 0.06)
        var isGround = [Bool](repeating: false, count: alpha.samples.count)
        for i in 0..<isGround.count {
            let low = min(planes.red[i], planes.green[i], planes.blue[i])
            let high = max(planes.red[i], planes.green[i], planes.blue[i])
            isGround[i] = alpha.samples[i] < visible || (low >= shaded && high - low <= grey)
        }
        let borders =
            (0..<width).map { $0 } + (0..<width).map { (height - 1) * width + $0 } + (0..<height).map { $0 * width }
            + (0..<height).map { $0 * width + width - 1 }
        let grounded = borders.filter {
            isGround[$0]
                && (alpha.samples[$0] < visible || min(planes.red[$0], planes.green[$0], planes.blue[$0]) >= light)
        }
        let (borderShare, leastShare) = (0.75, 0.12)
        guard Double(grounded.count) >= borderShare * Double(borders.count) else { return nil }
        let mask = Self.flooded(isGround, from: grounded, width: width)
        let covered = mask.filter { $0 }.count
        guard Double(covered) >= leastShare * Double(mask.count), covered < mask.count else { return nil }
        let transparent = grounded.filter { alpha.samples[$0] < visible }.count
        let isPlain =
            grounded.count == borders.count
            && borders.allSatisfy {
                alpha.samples[$0] < 0.02 || min(planes.red[$0], planes.green[$0], planes.blue[$0]) >= lightest
            }
        // Lone specks are no part of the subject.
        let speck = 2
        let columns = (0..<width).filter { x in (0..<height).filter { !mask[$0 * width + x] }.count > speck }
        let rows = (0..<height).filter { y in (0..<width).filter { !mask[y * width + $0] }.count > speck }
        guard let left = columns.first, let right = columns.last, let top = rows.first, let bottom = rows.last else {
            return nil
        }
        let scale = SIMD2(Double(width), Double(height))
        return Backdrop(
            mask: Plane(size: alpha.size, samples: mask.map { $0 ? 1 : 0 }),
            isTransparent: transparent * 2 > grounded.count,
            least: SIMD2(Double(left), Double(top)) / scale, most: SIMD2(Double(right + 1), Double(bottom + 1)) / scale,
            isOpenEnded: isPlain)
    }

    /// This picture, made from `source` pixel by pixel, with the plain backdrop of `source` kept free of any tint: white
    /// where it is still light, and neutral grey where light has been taken from it.
    ///
    /// The mask of `Backdrop` is softened, and follows how light the source's pixels are, so that shadows blend over.
    public func keepingBackdrop(of source: Image) -> Image {
        guard source.size == size, let backdrop = source.backdrop(), !backdrop.isTransparent else { return self }
        let mask = backdrop.mask.softened(sigma: 1).enlarged(to: size)
        var result = samples
        for i in 0..<size.pixelCount where mask.samples[i] > 0 {
            let at = 4 * i
            let own = SIMD3(Float(source.samples[at]), Float(source.samples[at + 1]), Float(source.samples[at + 2]))
            let share = min(1, 2 * mask.samples[i]) * max(0, min(1, (own.min() / 255 - 0.5) / 0.16))
            guard share > 0 else { continue }
            let graded = SIMD3(Float(samples[at]), Float(samples[at + 1]), Float(samples[at + 2]))
            let luma = Luminance.red * graded.x + Luminance.green * graded.y + Luminance.blue * graded.z
            let bright = Float(ColorGrade.smoothStep((Double(luma) / 255 - 0.66) / 0.22))
            let neutral = SIMD3(repeating: luma)
            let wanted = neutral + (own - neutral) * bright
            let colour = graded + (wanted - graded) * share + 0.5
            result[at] = UInt8(max(0, min(255, colour.x)))
            result[at + 1] = UInt8(max(0, min(255, colour.y)))
            result[at + 2] = UInt8(max(0, min(255, colour.z)))
        }
        return Image(size: size, samples: result)
    }

    private func alphaPlane() -> Plane<Float> {
        Plane(size: size, samples: (0..<size.pixelCount).map { Float(samples[4 * $0 + 3]) / 255 })
    }

    /// What can be reached from the seeds through ground, by steps to the four neighbours.
    private static func flooded(_ isGround: [Bool], from seeds: [Int], width: Int) -> [Bool] {
        var reached = [Bool](repeating: false, count: isGround.count)
        var open = seeds
        for seed in seeds { reached[seed] = true }
        while let i = open.popLast() {
            let x = i % width
            for (next, isInside) in [
                (i - 1, x > 0), (i + 1, x + 1 < width), (i - width, i >= width),
                (i + width, i + width < isGround.count),
            ] where isInside && isGround[next] && !reached[next] {
                reached[next] = true
                open.append(next)
            }
        }
        return reached
    }
}
