/// Red, green and blue of a picture as planes of Float, nominally 0...1: linear light or sRGB-encoded, as its maker says.
struct ColorPlanes: Sendable {
    let size: Size
    var red: [Float]
    var green: [Float]
    var blue: [Float]

    /// Encoded samples divided by 255.
    init(encoded image: Image) {
        let table = (0...255).map { Float($0) / 255 }
        self.init(
            red: image.channel(0, through: table), green: image.channel(1, through: table),
            blue: image.channel(2, through: table))
    }

    /// Linear light.
    init(linear image: Image) {
        let light = LinearImage(image)
        self.init(red: light.red, green: light.green, blue: light.blue)
    }

    init(red: Plane<Float>, green: Plane<Float>, blue: Plane<Float>) {
        size = red.size
        self.red = red.samples
        self.green = green.samples
        self.blue = blue.samples
    }

    /// The picture of encoded planes, rounded and clamped, with the alpha of `source`.
    func encodedImage(alphaOf source: Image) -> Image {
        var samples = source.samples
        for i in 0..<size.pixelCount {
            samples[4 * i] = Self.level(red[i])
            samples[4 * i + 1] = Self.level(green[i])
            samples[4 * i + 2] = Self.level(blue[i])
        }
        return Image(size: size, samples: samples)
    }

    /// The picture of linear planes, encoded, rounded and clamped, with the alpha of `source`.
    func linearImage(alphaOf source: Image) -> Image {
        LinearImage(
            red: Plane(size: size, samples: red), green: Plane(size: size, samples: green),
            blue: Plane(size: size, samples: blue)
        ).encoded(alphaOf: source)
    }

    /// Luminance of linear planes, or luma of encoded ones, by the Rec. 709 weights.
    func luminance() -> Plane<Float> {
        var result = [Float](repeating: 0, count: size.pixelCount)
        for i in 0..<result.count {
            result[i] = Luminance.red * red[i] + Luminance.green * green[i] + Luminance.blue * blue[i]
        }
        return Plane(size: size, samples: result)
    }

    /// Each plane put through one function.
    func map(_ transform: (Plane<Float>) -> Plane<Float>) -> ColorPlanes {
        ColorPlanes(
            red: transform(Plane(size: size, samples: red)), green: transform(Plane(size: size, samples: green)),
            blue: transform(Plane(size: size, samples: blue)))
    }

    /// The 8-bit level of a value in [0, 1].
    @inline(__always)
    static func level(_ value: Float) -> UInt8 {
        UInt8(max(0, min(value * 255 + 0.5, 255)))
    }
}

/// Luminance weights of linear sRGB (Rec. 709 primaries).
enum Luminance {
    static let red: Float = 0.2126
    static let green: Float = 0.7152
    static let blue: Float = 0.0722
    static let weights = SIMD3<Double>(0.2126, 0.7152, 0.0722)
}
