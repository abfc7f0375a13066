extension Image {
    /// The picture on fast colour film: grain that is strongest in the middle tones, and a red halo round lights.
    ///
    /// Halation is light that the base reflects back into the red-sensitive layer. Grain follows Newson, Delon and Galerne (2017) in
    /// its dependence on tone, not in its simulation of single crystals.
    /// - Parameters:
    ///   - amount: 0...1; grain of 2.5 to 6 8-bit levels.
    ///   - seed: which grain.
    public func filmGrain(amount: Double, seed: UInt64) -> Image {
        var grade = ColorGrade()
        grade.contrast = 1.16 + 0.1 * amount
        grade.black = 0.05 + 0.05 * amount
        grade.white = 0.965
        grade.temperature = 5900
        grade.shadowTint = OkLab.plane(hue: 190, chroma: 0.025 + 0.025 * amount)
        grade.highlightTint = OkLab.plane(hue: 75, chroma: 0.025 + 0.02 * amount)
        grade.saturation = 0.92
        let graded = grade.applied(to: self).halated(amount: 0.5 + 0.5 * amount)
        let unit = Double(size.longestSide) / 1000
        let diameter = max(0, 0.6 * unit)
        let grain = LatticeNoise(seed: seed).grain(size: size).softened(sigma: diameter)
        let chroma = LatticeNoise(seed: seed ^ 0x77).grain(size: size).softened(sigma: diameter)
        // Softening lowers the deviation; the gain restores it.
        let gain = Float((2.5 + 3.5 * amount) / 255 / 0.144) * (diameter >= 0.5 ? 2.6 * Float(diameter) : 1)
        var planes = ColorPlanes(encoded: graded)
        for i in 0..<size.pixelCount {
            let tone = planes.green[i]
            let share = gain * (0.35 + 2.6 * tone * (1 - tone))
            let common = grain.samples[i] * share
            let colour = chroma.samples[i] * share * 0.25
            planes.red[i] += common + colour
            planes.green[i] += common
            planes.blue[i] += common - colour
        }
        return planes.encodedImage(alphaOf: self)
    }

    /// A red-orange glow around highlights, in linear light.
    func halated(amount: Double) -> Image {
        var planes = ColorPlanes(linear: self)
        var lights = planes.luminance()
        for i in 0..<lights.samples.count {
            let above = max(0, lights.samples[i] - 0.45)
            lights.samples[i] = above * above * 3
        }
        let small = lights.reduced(toLongestSide: 512)
        let halo = small.softened(sigma: Double(small.size.longestSide) * 0.012).enlarged(to: size)
        let share = Float(0.5 * amount)
        for i in 0..<size.pixelCount {
            let light = min(1, halo.samples[i] * share)
            planes.red[i] += (1 - planes.red[i]) * light
            planes.green[i] += (1 - planes.green[i]) * light * 0.32
            planes.blue[i] += (1 - planes.blue[i]) * light * 0.08
        }
        return planes.linearImage(alphaOf: self)
    }
}
