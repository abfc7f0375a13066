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
    /// Its luma with the longest side 512 pixels at most, not rounded.
    public let reduced: Plane<Float>
    /// How often each level occurs in the channels and in the luma.
    let histograms: PictureHistograms

    /// Prepares a picture of any size.
    /// - Complexity: O(pixels).
    public init(_ image: Image) {
        let size = image.size.fitted(toLongestSide: Self.nativeSide, leastSide: Self.leastSide)
        channels = image.planesOnWhite().map { Self.areaResized($0, to: size) }
        luma = Plane<UInt8>.luma(red: channels[0], green: channels[1], blue: channels[2])
        histograms = PictureHistograms(channels: channels, luma: luma)
        reduced = luma.areaResized(
            to: size.fitted(toLongestSide: Self.reducedSide, leastSide: Self.leastSide))
    }

    /// A plane at another size by area averaging, rounded to the nearest level.
    static func areaResized(_ plane: Plane<UInt8>, to size: Size) -> Plane<UInt8> {
        size == plane.size ? plane : Plane<UInt8>(rounding: plane.areaResized(to: size))
    }
}
