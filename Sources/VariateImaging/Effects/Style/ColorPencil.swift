extension Image {
    /// The picture drawn in coloured pencils: the sketch's lines over hatched colour.
    ///
    /// Own recipe on the pencil sketch's tone and hatching, with colour smoothed within edges.
    /// - Parameters:
    ///   - amount: 0...1: denser colour.
    ///   - seed: which strokes.
    public func colorPencil(amount: Double, seed: UInt64) -> Image {
        let unit = Double(size.longestSide) / 1000
        let tone = pencilTone(amount: amount * 0.6, hatching: 0.3, seed: seed)
        let hatch = Self.hatching(size: size, angle: 50, unit: unit, seed: seed ^ 0xC0)
        var colour = ColorPlanes(encoded: self).smoothedWithinEdges(spatial: 8 * unit, range: 0.4)
        let density = Float(0.7 + 0.2 * amount)
        for i in 0..<size.pixelCount {
            // Where the pencil skips the paper's grain, paper remains.
            let laid = max(0, min(1, density + 0.24 * hatch.samples[i]))
            let ink = 0.42 + 0.58 * tone.samples[i]
            colour.red[i] = (0.957 + (colour.red[i] - 0.957) * laid) * ink
            colour.green[i] = (0.949 + (colour.green[i] - 0.949) * laid) * ink
            colour.blue[i] = (0.925 + (colour.blue[i] - 0.925) * laid) * ink
        }
        var grade = ColorGrade()
        grade.saturation = 1.35
        grade.vibrance = 1.15
        return grade.applied(to: colour.encodedImage(alphaOf: self))
    }
}
