extension Image {
    /// The picture in autumn: foliage turns yellow, orange and red, the light is low and warm.
    ///
    /// Greens (OkLab hues of 100...160°) move to 45...95° by their lightness and own hue; the whole gets a warm grade, so
    /// that pictures without any green change with the season too.
    /// - Parameters:
    ///   - amount: 0...1.
    ///   - redness: 0 (golden) to 1 (crimson).
    public func autumn(amount: Double, redness: Double = 0.4) -> Image {
        var grade = ColorGrade()
        grade.temperature = 6504 - 1500 * amount
        grade.shadowTint = OkLab.plane(hue: 45, chroma: 0.022 * amount)
        grade.highlightTint = OkLab.plane(hue: 80, chroma: 0.035 * amount)
        grade.contrast = 1 + 0.12 * amount
        return refoliated { hue, lightness in
            // Lighter leaves are yellow, darker ones red.
            let target = 88 - 38 * redness - 18 * (1 - lightness)
            return (target + 0.25 * (hue - 130), 1.15)
        }.mixed(with: self, amount: min(1, 0.4 + amount)).graded(grade)
    }

    /// The picture in spring: fresh yellow-green foliage, light and rosy.
    ///
    /// - Parameter amount: 0...1.
    public func spring(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.45 * amount
        grade.gamma = 1 - 0.15 * amount
        grade.vibrance = 1 + 0.45 * amount
        grade.highlightTint = OkLab.plane(hue: 0, chroma: 0.032 * amount)
        grade.shadowTint = OkLab.plane(hue: 140, chroma: 0.03 * amount)
        grade.black = 0.03 * amount
        return refoliated { hue, _ in (125 + 0.4 * (hue - 130), 1.15) }
            .mixed(with: self, amount: amount).graded(grade)
    }

    /// The picture in high summer: deep greens, blue skies, strong warm light.
    ///
    /// - Parameter amount: 0...1.
    public func summer(amount: Double) -> Image {
        var grade = ColorGrade()
        grade.exposure = 0.4 * amount
        grade.contrast = 1 + 0.35 * amount
        grade.vibrance = 1 + 0.6 * amount
        grade.temperature = 6504 - 900 * amount
        grade.shadowTint = OkLab.plane(hue: 230, chroma: 0.03 * amount)
        grade.highlightTint = OkLab.plane(hue: 95, chroma: 0.04 * amount)
        return refoliated { hue, _ in (142 + 0.5 * (hue - 130), 1.2) }
            .mixed(with: self, amount: amount).graded(grade)
    }

    /// The picture in winter: foliage pales to frost, snow lies where light falls from above, the light is cold.
    ///
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

    /// The picture with its greens moved: `change` gives the new hue in degrees and a factor of chroma.
    private func refoliated(_ change: (Double, Double) -> (Double, Double)) -> Image {
        recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let leaf = Self.leafiness(lab)
            guard leaf > 0 else { return encoded }
            let hue = OkLab.hue(lab)
            let chroma = (lab.y * lab.y + lab.z * lab.z).squareRoot()
            let (target, factor) = change(hue, lab.x)
            let plane = OkLab.plane(hue: hue + (target - hue) * leaf, chroma: chroma * (1 + (factor - 1) * leaf))
            return OkLab.encoded(lab: SIMD3(lab.x, plane.x, plane.y))
        }
    }

    /// 0...1, how much a colour is that of living leaves and grass.
    private static func leafiness(_ lab: SIMD3<Double>) -> Double {
        let chroma = (lab.y * lab.y + lab.z * lab.z).squareRoot()
        return OkLab.nearness(OkLab.hue(lab), to: 128, width: 48) * ColorGrade.smoothStep((chroma - 0.02) / 0.05)
    }

    /// A blend of this picture, by `amount`, with another of the same size.
    func mixed(with other: Image, amount: Double) -> Image {
        guard amount < 1 else { return self }
        let share = Int((max(0, amount) * 256).rounded())
        var result = samples
        for i in 0..<result.count {
            result[i] = UInt8((Int(samples[i]) * share + Int(other.samples[i]) * (256 - share) + 128) >> 8)
        }
        return Image(size: size, samples: result)
    }

    private func graded(_ grade: ColorGrade) -> Image {
        grade.applied(to: self)
    }
}
