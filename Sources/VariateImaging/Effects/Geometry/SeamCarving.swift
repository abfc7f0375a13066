/// How wide each pixel of a reduced picture becomes when seams are taken out (0) or doubled (2).
///
/// Avidan and Shamir: Seam carving for content-aware image resizing, SIGGRAPH 2007, with the forward energy of Rubinstein,
/// Shamir and Avidan (Improved seam carving for video retargeting, SIGGRAPH 2008). The bound on distortion is an own
/// recipe. Seams are found on a reduced picture; the map that they give is smoothed and sampled at
/// full size, so that edges stay clean where a seam crosses them.
public struct SeamMap: Sendable {
    /// How far to the right of each pixel of the reduced result its source lies, in reduced pixels, smoothed.
    private let displacement: Plane<Float>
    private let sourceWidth: Int

    /// Takes seams out of some columns and doubles seams in others.
    /// - Parameters:
    ///   - luma: reduced picture, encoded 0...1.
    ///   - importance: added energy, where content must stay as it is.
    ///   - removed: how many vertical seams to take out, from columns in `removalRange`.
    ///   - doubled: how many to double, in `doublingRange`.
    /// - Returns: nil where that would take seams through what matters.
    init?(
        luma: Plane<Float>, importance: Plane<Float>, removed: Int, removalRange: Range<Int>, doubled: Int,
        doublingRange: Range<Int>
    ) {
        var widths = [UInt8](repeating: 1, count: luma.samples.count)
        let bound = Self.seamBound(luma, importance)
        guard Self.mark(&widths, luma, importance, seams: removed, in: removalRange, as: 0, bound: bound),
            Self.mark(&widths, luma, importance, seams: doubled, in: doublingRange, as: 2, bound: bound)
        else { return nil }
        let target = Size(width: max(1, luma.width - removed + doubled), height: luma.height)
        var columns = Plane<Float>(size: target, repeating: 0)
        for y in 0..<luma.height {
            var out = 0
            for x in 0..<luma.width {
                let width = Int(widths[y * luma.width + x])
                for part in 0..<width where out < target.width {
                    columns.samples[y * target.width + out] = Float(x) + (Float(part) + 0.5) / Float(width)
                    out += 1
                }
            }
            while out < target.width {
                columns.samples[y * target.width + out] = Float(luma.width) - 0.5
                out += 1
            }
        }
        // What is blurred is the way that each column has come: the borders stay where they are.
        for y in 0..<target.height {
            for x in 0..<target.width { columns.samples[y * target.width + x] -= Float(x) + 0.5 }
        }
        let smoothing = 3
        displacement = columns.boxBlurred(radius: smoothing, border: .repeated)
            .boxBlurred(radius: smoothing, border: .repeated)
        sourceWidth = luma.width
        let distortion = Self.distortion(displacement, of: luma)
        guard distortion <= Self.distortionBound else { return nil }
    }

    /// How much contours are bent and squeezed, on average: the displacement's change along the rows (squeezing) and,
    /// counted twice, down the columns (bending), weighted with the squared gradient of what is shown there. 0 is a shift
    /// of everything alike.
    private static func distortion(_ displacement: Plane<Float>, of luma: Plane<Float>) -> Double {
        let gradient = luma.gradientMagnitude()
        let (width, height) = (displacement.width, displacement.height)
        var (sum, total) = (0.0, 1e-6)
        for y in 0..<height - 1 {
            for x in 0..<width - 1 {
                let i = y * width + x
                let column = Int(Float(x) + 0.5 + displacement.samples[i])
                let strength = gradient.samples[y * luma.width + max(0, min(column, luma.width - 1))]
                let squeezing = abs(displacement.samples[i + 1] - displacement.samples[i])
                let bending = abs(displacement.samples[i + width] - displacement.samples[i])
                let weight = Double(strength * strength)
                sum += weight * Double(squeezing + 2 * bending)
                total += weight
            }
        }
        return sum / total
    }

    /// The distortion from which a result looks bent: plain surroundings give 0.02...0.1, and round fruit that fills the
    /// picture 0.18.
    private static let distortionBound = 0.1

    /// The result's width for a source of a width.
    func width(for width: Int) -> Int {
        max(1, Int((Double(width) * Double(displacement.width) / Double(sourceWidth)).rounded()))
    }

    /// The source column, as a share of the width, for each pixel of a result.
    func shares(of size: Size) -> Plane<Float> {
        var result = displacement.enlarged(to: size)
        let step = Float(displacement.width) / Float(size.width)
        let scale = 1 / Float(sourceWidth)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let i = y * size.width + x
                result.samples[i] = (result.samples[i] + (Float(x) + 0.5) * step) * scale
            }
        }
        return result
    }

    /// The energy of a seam that is not worth taking: somewhat more than that of an average column.
    private static func seamBound(_ luma: Plane<Float>, _ importance: Plane<Float>) -> Float {
        var total = 0.0
        for y in 0..<luma.height {
            for x in 0..<luma.width {
                let i = y * luma.width + x
                let left = luma.samples[i - (x > 0 ? 1 : 0)]
                let right = luma.samples[i + (x + 1 < luma.width ? 1 : 0)]
                total += Double(importance.samples[i] + abs(right - left))
            }
        }
        let share = 0.75
        return Float(share * total / Double(luma.width)) + 1e-3
    }

    /// Finds seams one after the other, each in what the earlier ones left; false when one costs more than the bound.
    private static func mark(
        _ widths: inout [UInt8], _ luma: Plane<Float>, _ importance: Plane<Float>, seams: Int, in range: Range<Int>,
        as mark: UInt8, bound: Float
    ) -> Bool {
        let (width, height) = (luma.width, luma.height)
        var left = Array(0..<width * height)
        var count = width
        let forbidden: Float = 1e6
        for _ in 0..<seams where count > 2 {
            var cost = [Float](repeating: 0, count: count * height)
            var from = [Int8](repeating: 0, count: count * height)
            for y in 0..<height {
                for x in 0..<count {
                    let here = left[y * width + x]
                    let leftward = luma.samples[left[y * width + max(0, x - 1)]]
                    let rightward = luma.samples[left[y * width + min(count - 1, x + 1)]]
                    let column = here % width
                    var own = importance.samples[here] + abs(rightward - leftward)
                    if !range.contains(column) || widths[here] != 1 { own += forbidden }
                    var best = own
                    var step: Int8 = 0
                    if y > 0 {
                        let above = luma.samples[left[(y - 1) * width + x]]
                        best = cost[(y - 1) * count + x] + own
                        if x > 0 {
                            let candidate = cost[(y - 1) * count + x - 1] + own + abs(above - leftward)
                            if candidate < best { (best, step) = (candidate, -1) }
                        }
                        if x + 1 < count {
                            let candidate = cost[(y - 1) * count + x + 1] + own + abs(above - rightward)
                            if candidate < best { (best, step) = (candidate, 1) }
                        }
                    }
                    cost[y * count + x] = best
                    from[y * count + x] = step
                }
            }
            var x = 0
            for candidate in 0..<count
            where cost[(height - 1) * count + candidate] < cost[(height - 1) * count + x] {
                x = candidate
            }
            if cost[(height - 1) * count + x] > bound { return false }
            for y in stride(from: height - 1, through: 0, by: -1) {
                widths[left[y * width + x]] = mark
                let step = Int(from[y * count + x])
                for column in x..<count - 1 { left[y * width + column] = left[y * width + column + 1] }
                x += step
            }
            count -= 1
        }
        return true
    }
}

extension Image {
    /// The seams that make the picture narrower without squeezing what matters; nil where there is no room for it.
    ///
    /// - Parameter share: how much of the width goes, 0.05...0.3.
    public func seams(removing share: Double) -> SeamMap? {
        guard let (luma, importance) = seamEnergy() else { return nil }
        return SeamMap(
            luma: luma, importance: importance, removed: Int(Double(luma.width) * share),
            removalRange: 0..<luma.width, doubled: 0, doublingRange: 0..<0)
    }

    /// The seams that move the subject sideways: they go on one side of it and come on the other. Nil where there is no
    /// room for it.
    ///
    /// - Parameter share: how far, as a share of the width, −0.25 (to the left) to 0.25.
    public func seams(shifting share: Double) -> SeamMap? {
        guard let (luma, importance) = seamEnergy() else { return nil }
        let middle = max(1, min(luma.width - 1, Int(salientCenter().x * Double(luma.width))))
        let (before, after) = (0..<middle, middle..<luma.width)
        let (shrinking, growing) = share < 0 ? (before, after) : (after, before)
        let seams = Int(abs(share) * Double(luma.width))
        // No side loses more than a third of itself, nor grows by more than a half.
        guard seams <= shrinking.count / 3, seams <= growing.count / 2 else { return nil }
        return SeamMap(
            luma: luma, importance: importance, removed: seams, removalRange: shrinking, doubled: seams,
            doublingRange: growing)
    }

    private func seamEnergy() -> (luma: Plane<Float>, importance: Plane<Float>)? {
        let workingSide = 256
        guard size.shortestSide >= 16 else { return nil }
        let luma = ColorPlanes(encoded: self).luminance().reduced(toLongestSide: workingSide)
        var importance = saliency(longestSide: workingSide)
        let peak = max(1e-6, importance.samples.max() ?? 1)
        for i in 0..<importance.samples.count { importance.samples[i] = 0.5 * importance.samples[i] / peak }
        importance = importance.enlarged(to: luma.size)
        // Contours, straight or curved, show any bend: a seam pays for crossing one in either direction.
        let contours = luma.gradientMagnitude()
        let contourWeight: Float = 1
        for i in 0..<contours.samples.count { importance.samples[i] += contourWeight * contours.samples[i] }
        return (luma, importance)
    }

    /// The picture without the seams that a map takes out, and with those twice that it doubles.
    public func carved(along map: SeamMap) -> Image {
        let target = Size(width: map.width(for: width), height: height)
        let shares = map.shares(of: target)
        let sourceWidth = Double(width)
        return warped(to: target) { x, y in
            SIMD2(Double(shares.samples[Int(y) * target.width + Int(x)]) * sourceWidth, y)
        }
    }
}
