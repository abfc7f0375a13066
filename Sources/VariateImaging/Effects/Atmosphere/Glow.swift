extension Image {
    /// The picture with light that spreads around what is bright, the picture itself staying sharp.
    ///
    /// Michael Orton's (1980s) sandwich of a sharp and a blurred slide (screen of the two, in linear light), darkened by a curve so
    /// that highlights keep their drawing.
    /// - Parameters:
    ///   - amount: 0...1, the blurred slide's share.
    ///   - radius: standard deviation of the blur, as a share of the longest side.
    ///   - threshold: linear luminance below which nothing glows, 0...0.9.
    public func glowing(amount: Double, radius: Double = 0.018, threshold: Double = 0) -> Image {
        var planes = ColorPlanes(linear: self)
        let workingSide = 768
        let luminance = planes.luminance()
        let (floor, span) = (Float(threshold), Float(0.25))
        var source = planes
        if threshold > 0 {
            for i in 0..<size.pixelCount {
                let share = max(0, min(1, (luminance.samples[i] - floor) / span))
                source.red[i] *= share
                source.green[i] *= share
                source.blue[i] *= share
            }
        }
        let target = size
        let soft = source.map { plane in
            let small = plane.reduced(toLongestSide: workingSide)
            return small.softened(sigma: radius * Double(small.size.longestSide)).enlarged(to: target)
        }
        let share = Float(amount)
        for i in 0..<size.pixelCount {
            planes.red[i] = Self.screened(planes.red[i], soft.red[i] * share)
            planes.green[i] = Self.screened(planes.green[i], soft.green[i] * share)
            planes.blue[i] = Self.screened(planes.blue[i], soft.blue[i] * share)
        }
        return planes.linearImage(alphaOf: self)
    }

    /// Two lights on one film that saturates at 1.
    @inline(__always)
    private static func screened(_ a: Float, _ b: Float) -> Float {
        1 - (1 - a) * (1 - min(b, 1))
    }
}
