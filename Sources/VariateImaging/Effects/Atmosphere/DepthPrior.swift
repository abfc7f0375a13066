extension Image {
    /// How far away each pixel seems, 0 (near) to 1: dark channel, height in the picture, and lack of texture.
    ///
    /// He, Sun and Tang: Single image haze removal using dark channel prior, CVPR 2009: near things have some dark
    /// channel close by, distant ones are veiled. The dark channel is taken on a reduced picture (minimum over a window
    /// of 1/16 of the side), joined with the prior that what is high in the picture and out of the middle is far, and
    /// fitted to the picture's edges by a guided filter.
    func apparentDistance() -> Plane<Float> {
        let workingSide = 256
        let planes = ColorPlanes(linear: self)
        let small = planes.map { $0.reduced(toLongestSide: workingSide) }
        let guide = small.luminance()
        var dark = guide
        for i in 0..<dark.samples.count {
            dark.samples[i] = min(small.red[i], small.green[i], small.blue[i]).squareRoot()
        }
        dark = dark.minimum(radius: max(1, dark.size.longestSide / 32))
        let veil = dark.samples.max() ?? 1
        let (width, height) = (dark.width, dark.height)
        for y in 0..<height {
            let v = (Float(y) + 0.5) / Float(height)
            for x in 0..<width {
                let u = (Float(x) + 0.5) / Float(width) - 0.5
                let placed = 0.75 * (1 - v) + 0.5 * abs(u)
                let i = y * width + x
                dark.samples[i] = max(0, min(1, 0.55 * dark.samples[i] / max(veil, 0.05) + 0.5 * placed))
            }
        }
        let model = GuidedModel(
            fitting: dark, to: guide, radius: max(2, dark.size.longestSide / 24), epsilon: 0.004)
        var result = model.applied(to: planes.luminance())
        for i in 0..<result.samples.count { result.samples[i] = max(0, min(1, result.samples[i])) }
        return result
    }
}

extension Plane where Sample == Float {
    /// Minimum over the (2·radius+1)² box, by rows and then by columns.
    func minimum(radius: Int) -> Plane<Float> {
        var rows = self
        for y in 0..<height {
            for x in 0..<width {
                var least = samples[y * width + x]
                for column in Swift.max(0, x - radius)...Swift.min(width - 1, x + radius) {
                    least = Swift.min(least, samples[y * width + column])
                }
                rows.samples[y * width + x] = least
            }
        }
        var result = rows
        for y in 0..<height {
            for row in Swift.max(0, y - radius)...Swift.min(height - 1, y + radius) {
                for x in 0..<width {
                    let i = y * width + x
                    result.samples[i] = Swift.min(result.samples[i], rows.samples[row * width + x])
                }
            }
        }
        return result
    }
}
