extension Image {
    /// The picture in winter: foliage pales to frost, snow lies where light falls from above, the light is cold.
    ///
    /// Own recipe of drained greens, snow on upper edges and a `ColorGrade`.
    /// - Parameter amount: 0...1.
    public func winter(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 + 4500 * amount
        grade.saturation = 1 - 0.4 * amount
        grade.gamma = 1 - 0.12 * amount
        grade.white = 0.98
        grade.shadowTint = OkLab.plane(hue: 255, chroma: 0.03 * amount)
        return frosted(amount: amount).graded(grade)
    }

    /// Foliage drained of colour, and snow on textured parts whose upper side faces the light.
    private func frosted(amount: Double) -> Image {
        let drained = recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let leaf = Self.leafiness(lab) * amount
            let lightness = lab.x + (0.62 + 0.35 * lab.x - lab.x) * 0.7 * leaf
            return OkLab.encoded(lab: SIMD3(lightness, lab.y * (1 - 0.85 * leaf), lab.z * (1 - 0.85 * leaf)))
        }
        guard size.shortestSide > 16 else { return drained }
        // Snow settles where brightness rises towards the top of a texture: an upper edge.
        let luma = ColorPlanes(encoded: self).luminance()
        let sigma = max(0.5, Double(size.longestSide) / 700)
        let fine = luma.softened(sigma: sigma)
        var snow = fine
        let reach = max(1, size.longestSide / 350)
        for y in 0..<height {
            let above = max(0, y - reach) * width
            let below = min(height - 1, y + reach) * width
            for x in 0..<width {
                let rise = fine.samples[below + x] - fine.samples[above + x]
                // Darker above than below would be an underside; snow needs the surface brighter than what is above.
                let upper = max(0, min(1, (rise - 0.05) * 5))
                let dark = max(0, 1 - fine.samples[y * width + x] * 0.6)
                snow.samples[y * width + x] = upper * dark
            }
        }
        snow = snow.softened(sigma: sigma)
        var planes = ColorPlanes(linear: drained)
        let cover = Float(0.75 * amount)
        for i in 0..<size.pixelCount {
            let share = cover * snow.samples[i]
            planes.red[i] += (0.82 - planes.red[i]) * share
            planes.green[i] += (0.88 - planes.green[i]) * share
            planes.blue[i] += (0.95 - planes.blue[i]) * share
        }
        return planes.linearImage(alphaOf: drained)
    }
}
