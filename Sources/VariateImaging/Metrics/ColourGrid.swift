/// Luma and chroma of a picture in 48 × 48 cells, smoothed: enough to compare tones and colours, which are compared over
/// a sixteenth of the side anyway.
struct ColourGrid: Sendable {
    /// Cells along a side.
    static let side = 48
    /// Radius of the box over which cells are averaged.
    static let radius = 1
    /// Weights of ITU-R BT.601 luma, and the scales of its chroma differences.
    private static let lumaWeights: (red: Float, green: Float, blue: Float) = (0.299, 0.587, 0.114)
    private static let blueScale: Float = 0.564
    private static let redScale: Float = 0.713

    /// Levels, 0…255.
    let luma: Plane<Float>
    /// Chroma differences, in levels.
    let blue: Plane<Float>
    let red: Plane<Float>

    /// Reduces red, green and blue planes of one size.
    init(_ channels: [Plane<UInt8>]) {
        let size = Size(width: Self.side, height: Self.side)
        let means = channels.map { Plane<Float>($0).areaResized(to: size).boxBlurred(radius: Self.radius) }
        let luma = Self.luma(of: means)
        let difference = { (channel: Plane<Float>, scale: Float) in
            Plane(size: size, samples: zip(channel.samples, luma.samples).map { ($0 - $1) * scale })
        }
        self.luma = luma
        blue = difference(means[2], Self.blueScale)
        red = difference(means[0], Self.redScale)
    }

    /// Luma of red, green and blue planes of one size, not rounded.
    static func luma(of channels: [Plane<Float>]) -> Plane<Float> {
        let (red, green, blue) = (channels[0].samples, channels[1].samples, channels[2].samples)
        var samples: [Float] = []
        samples.reserveCapacity(red.count)
        for i in red.indices {
            samples.append(lumaWeights.red * red[i] + lumaWeights.green * green[i] + lumaWeights.blue * blue[i])
        }
        return Plane(size: channels[0].size, samples: samples)
    }
}
