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
        let means = channels.map { $0.areaResized(to: size).boxBlurred(radius: Self.radius) }
        let luma = Self.luma(of: means)
        self.luma = luma
        blue = Self.blueDifference(means[2], luma)
        red = Self.redDifference(means[0], luma)
    }

    /// Another grid's planes, each changed in the same way and brought back to 48 × 48 cells.
    init(_ other: ColourGrid, changed: (Plane<Float>) -> Plane<Float>) {
        let size = Size(width: Self.side, height: Self.side)
        luma = changed(other.luma).areaResized(to: size)
        blue = changed(other.blue).areaResized(to: size)
        red = changed(other.red).areaResized(to: size)
    }

    /// The grid of the picture turned.
    init(_ other: ColourGrid, turned symmetry: SquareSymmetry) {
        luma = symmetry.applied(to: other.luma)
        blue = symmetry.applied(to: other.blue)
        red = symmetry.applied(to: other.red)
    }

    /// The chroma difference of a blue plane from the luma, in levels.
    static func blueDifference(_ blue: Plane<Float>, _ luma: Plane<Float>) -> Plane<Float> {
        difference(blue, luma, scale: blueScale)
    }

    /// The chroma difference of a red plane from the luma, in levels.
    static func redDifference(_ red: Plane<Float>, _ luma: Plane<Float>) -> Plane<Float> {
        difference(red, luma, scale: redScale)
    }

    private static func difference(_ channel: Plane<Float>, _ luma: Plane<Float>, scale: Float) -> Plane<Float> {
        Plane(size: luma.size, samples: zip(channel.samples, luma.samples).map { ($0 - $1) * scale })
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
