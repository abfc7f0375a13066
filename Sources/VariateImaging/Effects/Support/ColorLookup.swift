/// A colour transform tabulated on a cube of encoded sRGB, as grading programs exchange it ("3D LUT").
struct ColorLookup {
    /// Nodes along each axis; 33 is what film grading uses.
    private static let side = 33
    private let nodes: [SIMD4<Float>]

    /// Tabulates a transform of encoded colours, 0...1 in and out.
    init(_ transform: (SIMD3<Double>) -> SIMD3<Double>) {
        let last = Double(Self.side - 1)
        var nodes: [SIMD4<Float>] = []
        nodes.reserveCapacity(Self.side * Self.side * Self.side)
        for blue in 0..<Self.side {
            for green in 0..<Self.side {
                for red in 0..<Self.side {
                    let c = transform(SIMD3(Double(red) / last, Double(green) / last, Double(blue) / last))
                    nodes.append(SIMD4(Float(c.x), Float(c.y), Float(c.z), 0))
                }
            }
        }
        self.nodes = nodes
    }

    /// The picture with each colour looked up; alpha stays.
    ///
    /// Interpolation in the tetrahedron that holds the colour (Kasson, Plouffe and Nin 1993): neutral stays neutral.
    func applied(to image: Image) -> Image {
        let last = Float(Self.side - 1)
        let positions = (0...255).map { Float($0) / 255 * last }
        let rowStride = Self.side
        let planeStride = Self.side * Self.side
        var samples = image.samples
        for i in 0..<image.size.pixelCount {
            let red = positions[Int(samples[4 * i])]
            let green = positions[Int(samples[4 * i + 1])]
            let blue = positions[Int(samples[4 * i + 2])]
            let r = min(Int(red), Self.side - 2)
            let g = min(Int(green), Self.side - 2)
            let b = min(Int(blue), Self.side - 2)
            let (fr, fg, fb) = (red - Float(r), green - Float(g), blue - Float(b))
            let origin = r + g * rowStride + b * planeStride
            let first = nodes[origin]
            let final = nodes[origin + 1 + rowStride + planeStride]
            let colour: SIMD4<Float>
            if fr >= fg {
                if fg >= fb {
                    colour = Self.blend(first, fr, nodes[origin + 1], fg, nodes[origin + 1 + rowStride], fb, final)
                } else if fr >= fb {
                    colour = Self.blend(first, fr, nodes[origin + 1], fb, nodes[origin + 1 + planeStride], fg, final)
                } else {
                    colour = Self.blend(
                        first, fb, nodes[origin + planeStride], fr, nodes[origin + 1 + planeStride], fg, final)
                }
            } else if fb >= fg {
                colour = Self.blend(
                    first, fb, nodes[origin + planeStride], fg, nodes[origin + rowStride + planeStride], fr, final)
            } else if fb >= fr {
                colour = Self.blend(
                    first, fg, nodes[origin + rowStride], fb, nodes[origin + rowStride + planeStride], fr, final)
            } else {
                colour = Self.blend(
                    first, fg, nodes[origin + rowStride], fr, nodes[origin + 1 + rowStride], fb, final)
            }
            samples[4 * i] = ColorPlanes.level(colour.x)
            samples[4 * i + 1] = ColorPlanes.level(colour.y)
            samples[4 * i + 2] = ColorPlanes.level(colour.z)
        }
        return Image(size: image.size, samples: samples)
    }

    /// Walks from the first corner to the last, one axis at a time, by falling fraction.
    @inline(__always)
    private static func blend(
        _ first: SIMD4<Float>, _ a: Float, _ second: SIMD4<Float>, _ b: Float, _ third: SIMD4<Float>, _ c: Float,
        _ final: SIMD4<Float>
    ) -> SIMD4<Float> {
        first * (1 - a) + second * (a - b) + third * (b - c) + final * c
    }
}

extension Image {
    /// The picture with each colour put through a transform of encoded sRGB, 0...1 in and out; alpha stays.
    ///
    /// Pictures with fewer pixels than the table has nodes are transformed pixel by pixel.
    func recolored(_ transform: (SIMD3<Double>) -> SIMD3<Double>) -> Image {
        let worthTabulating = 40_000
        guard size.pixelCount < worthTabulating else { return ColorLookup(transform).applied(to: self) }
        var result = samples
        for i in 0..<size.pixelCount {
            let colour = transform(
                SIMD3(Double(samples[4 * i]), Double(samples[4 * i + 1]), Double(samples[4 * i + 2])) / 255)
            result[4 * i] = ColorPlanes.level(Float(colour.x))
            result[4 * i + 1] = ColorPlanes.level(Float(colour.y))
            result[4 * i + 2] = ColorPlanes.level(Float(colour.z))
        }
        return Image(size: size, samples: result)
    }
}
