/// Mean and spread of a picture's colours along the OkLab axes: a palette in six numbers.
public struct PaletteStatistics: Sendable, Equatable {
    /// Mean lightness, a and b.
    public var mean: SIMD3<Double>
    /// Standard deviations of lightness, a and b.
    public var deviation: SIMD3<Double>

    /// A palette of its own making.
    public init(mean: SIMD3<Double>, deviation: SIMD3<Double>) {
        self.mean = mean
        self.deviation = deviation
    }

    /// The palette of a picture's visible pixels, from a grid of at most about 128 × 128 of them.
    public init(of image: Image) {
        let grid = 128
        let step = SIMD2(max(1, image.width / grid), max(1, image.height / grid))
        var sum = SIMD3(repeating: 0.0)
        var squares = SIMD3(repeating: 0.0)
        var count = 0.0
        for y in stride(from: 0, to: image.height, by: step.y) {
            for x in stride(from: 0, to: image.width, by: step.x) {
                let at = 4 * (y * image.width + x)
                if image.samples[at + 3] == 0 { continue }
                let lab = OkLab.lab(
                    encoded: SIMD3(
                        Double(image.samples[at]), Double(image.samples[at + 1]), Double(image.samples[at + 2])) / 255)
                sum += lab
                squares += lab * lab
                count += 1
            }
        }
        let total = max(1, count)
        mean = sum / total
        deviation = (squares / total - mean * mean).clamped(
            lowerBound: SIMD3(repeating: 0), upperBound: SIMD3(repeating: 1)
        ).squareRoot()
    }
}

extension Image {
    /// The picture in another palette: each OkLab axis moved and stretched to the target's mean and spread.
    ///
    /// Reinhard, Ashikhmin, Gooch and Shirley: Color transfer between images, IEEE CG&A 2001, in OkLab for lαβ.
    /// Stretching is kept between 0.6 and 1.7, so that flat pictures grow no colour noise; `amount` 0...1 blends.
    public func transferred(to palette: PaletteStatistics, amount: Double) -> Image {
        let own = PaletteStatistics(of: self)
        let floor = 0.012
        let stretch = (palette.deviation / (own.deviation + floor)).clamped(
            lowerBound: SIMD3(repeating: 0.6), upperBound: SIMD3(repeating: 1.7))
        // Lightness keeps half of its own mean: a palette is about colour first.
        let lightnessShare = 0.35
        let target = SIMD3(
            own.mean.x + (palette.mean.x - own.mean.x) * lightnessShare, palette.mean.y, palette.mean.z)
        return recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            var moved = (lab - own.mean) * stretch + target
            moved.x = lab.x + (moved.x - lab.x) * lightnessShare
            // Black and white are film base and paper: they take little colour.
            let presence = min(1, 4 * lab.x, 5 * (1 - lab.x) + 0.3)
            moved.y = lab.y + (moved.y - lab.y) * presence
            moved.z = lab.z + (moved.z - lab.z) * presence
            return OkLab.encoded(lab: lab + (moved - lab) * amount)
        }
    }
}
