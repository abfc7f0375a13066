extension Image {
    /// The picture in watercolours: washes with darker rims and pigment that settles in the paper's grain.
    ///
    /// Bousseau, Kaplan, Thollot and Sillion: Interactive watercolor rendering with temporal coherence and abstraction,
    /// NPAR 2006: colour C of pigment density d is C − (C − C²)(d − 1); density varies with flow, rims and paper.
    /// - Parameters:
    ///   - amount: 0...1: looser washes.
    ///   - seed: which paper.
    public func watercolor(amount: Double, seed: UInt64) -> Image {
        let unit = Double(size.longestSide) / 1000
        let noise = LatticeNoise(seed: seed)
        let wobble = (1.2 + 2.2 * amount) * unit
        let cell = 1 / (28 * unit)
        let offsetX = Plane<Float>.field(size: size, cell: cell) { noise.fractal($0, $1, octaves: 2) }
        let offsetY = Plane<Float>.field(size: size, cell: cell) { noise.fractal($0 + 71.3, $1 - 33.7, octaves: 2) }
        let lastColumn = width - 1
        let lastRow = height - 1
        let loose = warped { x, y in
            let i = min(lastRow, Int(y)) * (lastColumn + 1) + min(lastColumn, Int(x))
            return SIMD2(
                x + 2 * wobble * (Double(offsetX.samples[i]) - 0.5), y + 2 * wobble * (Double(offsetY.samples[i]) - 0.5)
            )
        }
        let planes = ColorPlanes(encoded: loose)
        let field = FlowField(of: planes.luminance(), sigma: 4 * unit)
        var washes = planes.smoothedWithinEdges(spatial: (10 + 12 * amount) * unit, range: 0.34 + 0.2 * amount)
            .kuwahara(radius: max(1.2, (2.5 + 2.5 * amount) * unit), field: field)
        let rims = washes.luminance().softened(sigma: max(0.5, 0.9 * unit)).gradientMagnitude()
        let flow = Plane<Float>.field(size: size, cell: 1 / (120 * unit)) {
            noise.fractal($0 + 11.1, $1 + 5.5, octaves: 3)
        }
        let paper = LatticeNoise(seed: seed ^ 0x5A5A).grain(size: size).softened(sigma: max(0.6, 1.3 * unit))
        let paperGain = Float(0.55 * min(2.5, max(0.6, 1.3 * unit) * 1.6))
        let rimGain = Float(4.5 * unit.squareRoot())
        for i in 0..<size.pixelCount {
            let rim = min(0.8, max(0, rims.samples[i] - 0.012) * rimGain)
            let density =
                1 + 0.9 * (flow.samples[i] - 0.5) + rim + max(-0.35, min(0.35, paper.samples[i] * paperGain))
            washes.red[i] = Self.pigment(washes.red[i], density)
            washes.green[i] = Self.pigment(washes.green[i], density)
            washes.blue[i] = Self.pigment(washes.blue[i], density)
        }
        var grade = ColorGrade()
        grade.vibrance = 1.35
        grade.gamma = 0.9
        grade.contrast = 1.1
        grade.pivot = 0.75
        return grade.applied(to: washes.encodedImage(alphaOf: self))
    }

    /// The colour of a pigment on light paper at a density around 1.
    @inline(__always)
    private static func pigment(_ value: Float, _ density: Float) -> Float {
        // Washes are thin: the paper (0.975) shines through a little more than in the photograph.
        let lightened = 0.975 - (0.975 - value) * 0.86
        let c = max(0, min(1, lightened))
        return c - (c - c * c) * (density - 1)
    }
}

extension Plane where Sample == Float {
    /// A function of lattice coordinates over a picture, `cell` units a pixel, tabulated at 8 nodes a unit and
    /// interpolated: for noise that is much coarser than the pixels.
    static func field(size: Size, cell: Double, _ value: (Double, Double) -> Double) -> Plane<Float> {
        let nodesPerUnit = 8.0
        let reduction = Swift.max(1, Int(1 / (cell * nodesPerUnit)))
        let coarse = Size(
            width: Swift.max(1, size.width / reduction), height: Swift.max(1, size.height / reduction))
        let stepX = cell * Double(size.width) / Double(coarse.width)
        let stepY = cell * Double(size.height) / Double(coarse.height)
        var result = Plane(size: coarse, repeating: 0)
        for y in 0..<coarse.height {
            for x in 0..<coarse.width {
                result.samples[y * coarse.width + x] = Float(value(Double(x) * stepX, Double(y) * stepY))
            }
        }
        return result.enlarged(to: size)
    }
}
