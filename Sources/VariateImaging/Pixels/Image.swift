/// A picture: 8-bit RGBA, straight alpha, sRGB, row-major, upright (orientation already applied).
///
/// Pixel (x, y) is `samples[4 * (y * width + x) ..< 4 * (y * width + x) + 4]`.
public struct Image: Sendable, Equatable {
    /// Samples in a pixel: red, green, blue, alpha.
    public static let channels = 4

    /// The extent of the picture.
    public let size: Size
    /// `4 * size.pixelCount` samples.
    public var samples: [UInt8]

    /// Wraps interleaved RGBA samples.
    /// - Precondition: there are exactly `4 * size.pixelCount` samples.
    public init(size: Size, samples: [UInt8]) {
        precondition(samples.count == size.pixelCount * Self.channels, "\(samples.count) samples for RGBA of \(size)")
        self.size = size
        self.samples = samples
    }

    /// A picture of one colour.
    public init(size: Size, red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        self.size = size
        samples = []
        samples.reserveCapacity(size.pixelCount * Self.channels)
        for _ in 0..<size.pixelCount {
            samples.append(red)
            samples.append(green)
            samples.append(blue)
            samples.append(alpha)
        }
    }

    /// Pixels in a row.
    public var width: Int { size.width }
    /// Number of rows.
    public var height: Int { size.height }

    /// Whether every pixel is fully opaque.
    /// - Complexity: O(pixels), and it stops at the first pixel that is not.
    public var isOpaque: Bool {
        var i = 3
        while i < samples.count {
            if samples[i] != 255 { return false }
            i += Self.channels
        }
        return true
    }
}
