/// The colour of a picture in CIE L*a*b*, without alpha; see `LabColor`.
public struct LabImage: Sendable {
    /// L*, 0…100.
    public var lightness: Plane<Float>
    /// a*, green to red.
    public var a: Plane<Float>
    /// b*, blue to yellow.
    public var b: Plane<Float>

    /// The extent of the picture.
    public var size: Size { lightness.size }

    /// Wraps three planes of coordinates.
    /// - Precondition: all three have the same size.
    public init(lightness: Plane<Float>, a: Plane<Float>, b: Plane<Float>) {
        precondition(lightness.size == a.size && lightness.size == b.size, "planes of different sizes")
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// Converts a picture's colour; its alpha is left behind. Equal to scikit-image's `rgb2lab` within 1e-5, which is
    /// the rounding of single precision.
    /// - Complexity: O(pixels), three cube roots each; runs of one colour are converted once.
    public init(_ image: Image) {
        let light = (0...Int(UInt8.max)).map { SRGBTransfer.linear(Double($0) / Double(UInt8.max)) }
        var planes = [[Float]](repeating: [], count: 3)
        for i in planes.indices { planes[i].reserveCapacity(image.size.pixelCount) }
        var last: (UInt8, UInt8, UInt8) = (0, 0, 0)
        var color = LabColor(linearRed: 0, green: 0, blue: 0)
        for i in 0..<image.size.pixelCount {
            let start = Image.channels * i
            let levels = (image.samples[start], image.samples[start + 1], image.samples[start + 2])
            if levels != last {
                last = levels
                color = LabColor(
                    linearRed: light[Int(levels.0)], green: light[Int(levels.1)], blue: light[Int(levels.2)])
            }
            planes[0].append(Float(color.lightness))
            planes[1].append(Float(color.a))
            planes[2].append(Float(color.b))
        }
        self.init(
            lightness: Plane(size: image.size, samples: planes[0]), a: Plane(size: image.size, samples: planes[1]),
            b: Plane(size: image.size, samples: planes[2]))
    }

    /// Converts back to 8-bit sRGB with the alpha of `image` (opaque without one); colours outside sRGB are clamped.
    ///
    /// `LabImage(image).encoded(alphaOf: image)` equals `image`.
    /// - Complexity: O(pixels), three powers each.
    /// - Precondition: `image` has the same size.
    public func encoded(alphaOf image: Image? = nil) -> Image {
        precondition(image.map { $0.size == size } ?? true, "alpha of another size")
        var result = image ?? Image(size: size, red: 0, green: 0, blue: 0)
        for i in 0..<size.pixelCount {
            let color = LabColor(
                lightness: Double(lightness.samples[i]), a: Double(a.samples[i]), b: Double(b.samples[i]))
            let levels = RGBColor(color).levels
            result.samples[Image.channels * i] = levels.red
            result.samples[Image.channels * i + 1] = levels.green
            result.samples[Image.channels * i + 2] = levels.blue
        }
        return result
    }
}
