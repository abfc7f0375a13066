/// The rasters that every defect is measured on: composited on white, at the working sizes.
///
/// Measuring at fixed sizes makes the numbers comparable between a 512-pixel candidate and a 12-megapixel source.
public struct WorkingPicture: Sendable {
    /// Longest side of the native rasters, in pixels.
    public static let nativeSide = 1024
    /// Longest side of the reduced luma, in pixels.
    public static let reducedSide = 512
    /// Reducing does not make a side shorter than this, in pixels.
    static let leastSide = 8

    /// Red, green and blue of the opaque picture, its longest side 1024 pixels at most.
    let channels: [Plane<UInt8>]
    /// Its luma, 0…255: 0.299 R + 0.587 G + 0.114 B, rounded to the nearest level.
    public let luma: Plane<UInt8>
    /// The same luma with rows as columns.
    let transposedLuma: Plane<UInt8>
    /// The same luma as floats.
    let levels: Plane<Float>
    /// Its luma with the longest side 512 pixels at most, not rounded.
    public let reduced: Plane<Float>

    /// Prepares a picture of any size.
    /// - Complexity: O(pixels).
    public init(_ image: Image) {
        let opaque = Self.compositedOnWhite(image)
        let size = opaque.size.fitted(toLongestSide: Self.nativeSide, leastSide: Self.leastSide)
        let channels = (0..<3).map { Self.areaResized(opaque.channel($0), to: size) }
        self.channels = channels
        luma = size == opaque.size ? opaque.luma() : Self.interleaved(channels).luma()
        transposedLuma = luma.transposed()
        levels = Plane<Float>(luma)
        reduced = levels.areaResized(
            to: size.fitted(toLongestSide: Self.reducedSide, leastSide: Self.leastSide))
    }

    /// A plane at another size by area averaging, rounded to the nearest level.
    static func areaResized(_ plane: Plane<UInt8>, to size: Size) -> Plane<UInt8> {
        size == plane.size ? plane : Plane<UInt8>(rounding: Plane<Float>(plane).areaResized(to: size))
    }

    /// Red, green and blue as an opaque picture.
    static func interleaved(_ channels: [Plane<UInt8>]) -> Image {
        var image = Image(size: channels[0].size, red: 0, green: 0, blue: 0)
        var target = image.samples.mutableSpan
        for (channel, plane) in channels.enumerated() {
            let source = plane.samples.span
            for i in 0..<source.count { target[Image.channels * i + channel] = source[i] }
        }
        return image
    }

    /// The picture as it looks on white paper: a fully transparent one is blank.
    static func compositedOnWhite(_ image: Image) -> Image {
        if image.isOpaque { return image }
        var result = image
        var samples = result.samples.mutableSpan
        var i = 0
        while i + 3 < samples.count {
            let alpha = Int(samples[i + 3])
            if alpha < 255 {
                let paper = 255 * (255 - alpha) + 127
                for channel in i..<i + 3 {
                    samples[channel] = UInt8((Int(samples[channel]) * alpha + paper) / 255)
                }
                samples[i + 3] = 255
            }
            i += Image.channels
        }
        return result
    }
}
