extension Image {
    /// The picture with its greens moved: `change` gives the new hue in degrees and a factor of chroma.
    ///
    /// Own recipe, in OkLab (Ottosson 2020).
    func refoliated(_ change: (Double, Double) -> (Double, Double)) -> Image {
        recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            let leaf = Self.leafiness(lab)
            guard leaf > 0 else { return encoded }
            let hue = OkLab.hue(lab)
            let chroma = OkLab.chroma(lab)
            let (target, factor) = change(hue, lab.x)
            let plane = OkLab.plane(hue: hue + (target - hue) * leaf, chroma: chroma * (1 + (factor - 1) * leaf))
            return OkLab.encoded(lab: SIMD3(lab.x, plane.x, plane.y))
        }
    }

    /// 0...1, how much a colour is that of living leaves and grass.
    static func leafiness(_ lab: SIMD3<Double>) -> Double {
        let chroma = OkLab.chroma(lab)
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

    func graded(_ grade: ColorGrade) -> Image {
        grade.applied(to: self)
    }
}
