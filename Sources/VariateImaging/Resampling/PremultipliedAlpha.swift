/// Conversion between straight and premultiplied alpha on interleaved RGBA samples, rounded as Pillow rounds it.
enum PremultipliedAlpha {
    private static let opaque: UInt32 = 255

    /// Colour times alpha, divided by 255 and rounded to nearest (Pillow's RGBA → RGBa).
    static func premultiplied(_ samples: [UInt8]) -> [UInt8] {
        var result = samples
        var pixels = result.mutableSpan
        for first in stride(from: 0, to: pixels.count, by: Image.channels) {
            let alpha = UInt32(pixels[first + 3])
            if alpha == opaque { continue }
            for i in first..<(first + 3) {
                // (t + t/256) / 256 with t = product + 128 is the rounded quotient by 255 for every 16-bit product.
                let product = UInt32(pixels[i]) * alpha + 128
                pixels[i] = UInt8((product + (product >> 8)) >> 8)
            }
        }
        return result
    }

    /// Colour divided by alpha, truncated and clipped (Pillow's RGBa → RGBA). Colour under alpha 0 is left as it is.
    static func straightened(_ samples: [UInt8]) -> [UInt8] {
        var result = samples
        var pixels = result.mutableSpan
        for first in stride(from: 0, to: pixels.count, by: Image.channels) {
            let alpha = UInt32(pixels[first + 3])
            if alpha == opaque || alpha == 0 { continue }
            for i in first..<(first + 3) {
                pixels[i] = UInt8(min(opaque, UInt32(pixels[i]) * opaque / alpha))
            }
        }
        return result
    }
}
