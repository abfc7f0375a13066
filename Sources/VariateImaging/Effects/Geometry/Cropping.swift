extension Image {
    /// The part of the picture with a width to height ratio, as large as possible and around `center` where it can be.
    public func cropped(toAspectRatio ratio: Double, around center: SIMD2<Double>) -> Image {
        let wide = size.aspectRatio > ratio
        let target = Size(
            width: wide ? max(1, min(width, Int((Double(height) * ratio).rounded()))) : width,
            height: wide ? height : max(1, min(height, Int((Double(width) / ratio).rounded()))))
        let left = max(0, min(width - target.width, Int(center.x * Double(width)) - target.width / 2))
        let top = max(0, min(height - target.height, Int(center.y * Double(height)) - target.height / 2))
        var result: [UInt8] = []
        result.reserveCapacity(target.pixelCount * Self.channels)
        for y in top..<top + target.height {
            let start = 4 * (y * width + left)
            result.append(contentsOf: samples[start..<start + 4 * target.width])
        }
        return Image(size: target, samples: result)
    }
}
