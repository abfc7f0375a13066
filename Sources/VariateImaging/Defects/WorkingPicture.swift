/// The rasters that every defect is measured on: composited on white, at the working sizes.
///
/// Measuring at fixed sizes makes the numbers comparable between a 512-pixel candidate and a 12-megapixel source.
public struct WorkingPicture: Sendable {
    /// Longest side of the native rasters, in pixels.
    public static let nativeSide = 1024
    /// Longest side of the reduced luma, in pixels.
    public static let reducedSide = 512

    /// The opaque picture, its longest side 1024 pixels at most.
    public let native: Image
    /// Its luma, 0…255: 0.299 R + 0.587 G + 0.114 B, rounded to the nearest level.
    public let luma: Plane<UInt8>
    /// Its luma with the longest side 512 pixels at most, not rounded.
    public let reduced: Plane<Float>

    /// Prepares a picture of any size.
    /// - Complexity: O(pixels).
    public init(_ image: Image) {
        let opaque = Self.compositedOnWhite(image)
        let fitted = AreaResize.fitting(opaque.size, longestSide: Self.nativeSide)
        native = AreaResize.image(opaque, to: fitted)
        luma = Self.luma(of: native)
        reduced = AreaResize.plane(luma, to: AreaResize.fitting(fitted, longestSide: Self.reducedSide))
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

    /// Weights of ITU-R BT.601 luma in 1/65536, which sum to 65536.
    private static let lumaWeights = (red: 19595, green: 38470, blue: 7471)

    static func luma(of image: Image) -> Plane<UInt8> {
        var plane = Plane<UInt8>(size: image.size, repeating: 0)
        let source = image.samples.span
        var target = plane.samples.mutableSpan
        precondition(source.count == Image.channels * target.count)
        for i in 0..<target.count {
            let j = Image.channels * i
            let sum =
                lumaWeights.red * Int(source[j]) + lumaWeights.green * Int(source[j + 1])
                + lumaWeights.blue * Int(source[j + 2])
            target[i] = UInt8(truncatingIfNeeded: (sum + 0x8000) >> 16)
        }
        return plane
    }
}
