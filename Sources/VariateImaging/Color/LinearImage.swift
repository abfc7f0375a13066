/// The colour of a picture as light: three planes of linear sRGB, 0 (black) to 1 (white), without alpha.
///
/// Averages of light (blurs, resampling, glows) are right here and too dark on encoded samples.
public struct LinearImage: Sendable {
    /// Red light.
    public var red: Plane<Float>
    /// Green light.
    public var green: Plane<Float>
    /// Blue light.
    public var blue: Plane<Float>

    /// The extent of the picture.
    public var size: Size { red.size }

    /// Wraps three planes of light.
    /// - Precondition: all three have the same size.
    public init(red: Plane<Float>, green: Plane<Float>, blue: Plane<Float>) {
        precondition(red.size == green.size && red.size == blue.size, "planes of different sizes")
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Decodes a picture's colour; its alpha is left behind.
    /// - Complexity: O(pixels), by table.
    public init(_ image: Image) {
        let table = SRGBTransfer.linearOfLevel
        self.init(
            red: image.channel(0, through: table), green: image.channel(1, through: table),
            blue: image.channel(2, through: table))
    }

    /// Encodes the light as 8-bit sRGB, clamped to 0…1, with the alpha of `image` (opaque without one).
    ///
    /// `LinearImage(image).encoded(alphaOf: image)` equals `image`.
    /// - Complexity: O(pixels).
    /// - Precondition: `image` has the same size.
    public func encoded(alphaOf image: Image? = nil) -> Image {
        precondition(image.map { $0.size == size } ?? true, "alpha of another size")
        var result = image ?? Image(size: size, red: 0, green: 0, blue: 0)
        for (channel, plane) in [red, green, blue].enumerated() {
            SRGBTransfer.encode(plane, into: &result.samples, channel: channel)
        }
        return result
    }
}
