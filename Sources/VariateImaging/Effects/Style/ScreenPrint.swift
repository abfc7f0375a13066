extension Image {
    /// The picture as a screen print: four flat inks in place of its tones, with ink lines.
    ///
    /// Own recipe: four levels of lightness at fixed quantiles, with XDoG lines (Winnemöller et al. 2012).
    /// - Parameters:
    ///   - hue: OkLab hue of the darkest ink, in degrees; the others follow round the circle.
    ///   - amount: 0...1: more chroma.
    public func screenPrinted(hue: Double, amount: Double) -> Image {
        let unit = Double(size.longestSide) / 1000
        let planes = ColorPlanes(encoded: self)
        let smooth = planes.smoothedWithinEdges(spatial: 10 * unit, range: 0.35)
            .kuwahara(radius: max(1.2, 4 * unit), field: FlowField(of: planes.luminance(), sigma: 4 * unit))
            .encodedImage(alphaOf: self)
        let chroma = 0.09 + 0.06 * amount
        let inks: [SIMD3<Double>] = [
            SIMD3(0.24, OkLab.plane(hue: hue, chroma: chroma * 0.7)),
            SIMD3(0.50, OkLab.plane(hue: hue + 75, chroma: chroma * 1.15)),
            SIMD3(0.74, OkLab.plane(hue: hue + 150, chroma: chroma)),
            SIMD3(0.94, OkLab.plane(hue: hue + 210, chroma: chroma * 0.35)),
        ]
        let thresholds = smooth.toneQuartiles()
        let printed = smooth.recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            var colour = inks[0]
            for (index, threshold) in thresholds.enumerated() {
                // A narrow ramp in place of a step keeps the outlines smooth.
                let share = ColorGrade.smoothStep((lab.x - threshold) / 0.035 + 0.5)
                colour += (inks[index + 1] - inks[index]) * share
            }
            colour.x += 0.12 * (lab.x - colour.x)
            return OkLab.encoded(lab: colour)
        }
        return printed.multiplied(by: inkLines(thickness: 0.0011, sharpness: 9, threshold: 0.7), floor: 0.3)
    }

    /// Lightnesses that a fifth, a half and four fifths of the visible pixels stay below, kept apart from each other.
    private func toneQuartiles() -> [Double] {
        var histogram = [Int](repeating: 0, count: 256)
        let step = max(1, size.pixelCount / 40_000)
        var count = 0
        for i in stride(from: 0, to: size.pixelCount, by: step) where samples[4 * i + 3] > 0 {
            let lab = OkLab.lab(
                encoded: SIMD3(Double(samples[4 * i]), Double(samples[4 * i + 1]), Double(samples[4 * i + 2])) / 255)
            histogram[max(0, min(255, Int(lab.x * 255)))] += 1
            count += 1
        }
        var thresholds: [Double] = []
        for share in [0.22, 0.5, 0.8] {
            var below = 0
            var level = 0
            while level < 255, Double(below + histogram[level]) < share * Double(count) {
                below += histogram[level]
                level += 1
            }
            let previous = thresholds.last ?? 0.1
            thresholds.append(min(0.93, max(Double(level) / 255, previous + 0.09)))
        }
        return thresholds
    }
}
