extension Image {
    /// The picture with the hidden colours of fully transparent pixels replaced by those of the visible ones nearby.
    ///
    /// What is hidden is often black or white by accident; blurs, edges and statistics would see it. Alpha stays, and so
    /// does every visible pixel; an opaque picture is returned as it is.
    public func filledUnderTransparency() -> Image {
        guard !isOpaque else { return self }
        var alpha = Plane<Float>(size: size, repeating: 0)
        for i in 0..<size.pixelCount { alpha.samples[i] = Float(samples[4 * i + 3]) / 255 }
        var planes = ColorPlanes(encoded: self)
        let weighted = planes.map { $0.times(alpha).reduced(toLongestSide: Self.fillSide) }
        let weight = alpha.reduced(toLongestSide: Self.fillSide)
        // Two reaches: colours close by where there are any, else those from farther away, else a middle grey.
        var near = Self.averages(weighted, weight, sigma: 2)
        let far = Self.averages(weighted, weight, sigma: Double(Self.fillSide) / 4)
        for i in 0..<weight.samples.count where near.weight.samples[i] < Self.faint {
            near.colours.copy(i, from: far.colours)
        }
        let fill = near.colours.map { $0.enlarged(to: size) }
        for i in 0..<size.pixelCount where samples[4 * i + 3] == 0 { planes.copy(i, from: fill) }
        return planes.encodedImage(alphaOf: self)
    }

    private static let fillSide = 128
    private static let faint: Float = 0.01

    private static func averages(
        _ weighted: ColorPlanes, _ weight: Plane<Float>, sigma: Double
    ) -> (colours: ColorPlanes, weight: Plane<Float>) {
        let total = weight.softened(sigma: sigma)
        let middle: Float = 0.5
        let colours = weighted.map { plane in
            var mean = plane.softened(sigma: sigma)
            for i in 0..<mean.samples.count {
                mean.samples[i] = total.samples[i] > 1e-4 ? max(0, min(1, mean.samples[i] / total.samples[i])) : middle
            }
            return mean
        }
        return (colours, total)
    }
}

extension ColorPlanes {
    /// Takes one pixel over from planes of the same size.
    mutating func copy(_ i: Int, from other: ColorPlanes) {
        red[i] = other.red[i]
        green[i] = other.green[i]
        blue[i] = other.blue[i]
    }
}
