import VariateImaging

/// How far each defect has gone: 1 is its design point, 0 is no sign of it.
///
/// Most detectors ask two questions, and take the lesser answer: is the measurement bad in itself, and is it much worse
/// than the source's? A soft source may have soft variations. The design points were chosen one class of weak results
/// at a time on the 100 calibration pictures; see `QualityThresholds`.
struct DefectSeverities: Sendable, Equatable {
    /// In the order of `Defect.allCases`.
    let values: [Double]

    subscript(defect: Defect) -> Double {
        Defect.allCases.firstIndex(of: defect).map { values[$0] } ?? 0
    }

    /// The worst defect of those that spoil integrity, or of the others.
    func worst(spoilingIntegrity: Bool) -> (defect: Defect, severity: Double) {
        var worst = (defect: spoilingIntegrity ? Defect.hardSeams : Defect.blurred, severity: 0.0)
        for (defect, severity) in zip(Defect.allCases, values)
        where defect.spoilsIntegrity == spoilingIntegrity && severity > worst.severity {
            worst = (defect, severity)
        }
        return worst
    }

    /// Compares a candidate's measurements with its source's.
    init(candidate: DefectMeasurements, source: DefectMeasurements) {
        values = Defect.allCases.map { max(0, Self.severity(of: $0, candidate, source)) }
    }

    private static func severity(of defect: Defect, _ c: DefectMeasurements, _ s: DefectMeasurements) -> Double {
        switch defect {
        case .blurred: blur(c.sharpness, s.sharpness)
        case .blank: blankness(c)
        case .blocky: blocks(c.blockiness, s.blockiness)
        case .noisy: noise(c.noise, s.noise)
        case .overexposed: overexposure(c.exposure, s.exposure)
        case .underexposed: underexposure(c.exposure, s.exposure)
        case .washedOut: washout(c.exposure, s.exposure)
        case .posterised: posterisation(c.tonalRichness, s.tonalRichness)
        case .hardSeams: seams(c.seams, s.seams)
        case .flatBar: (c.flatBars.extent - s.flatBars.extent) / 0.05
        case .checkerboard: c.checkerboard.strength / 0.5
        case .tiled: tiling(c.tiling, s.tiling)
        }
    }

    /// Every measure of detail must have fallen: the variance of the Laplacian by a factor of 6, the detail of the
    /// sharpest tiles by 2.3, the strongest gradients by 1.5. Held-out: 96 % of blurred, all motion-blurred and enlarged.
    private static func blur(_ c: Sharpness, _ s: Sharpness) -> Double {
        min(
            (s.laplacianVariance - c.laplacianVariance) / 0.80,
            (s.detail98 - c.detail98) / 0.35,
            (s.detail95 - c.detail95) / 0.36,
            (s.topGradientLogarithm - c.topGradientLogarithm) / 0.18)
    }

    /// No gradient of 16 levels a pixel, or under 3 % of the picture textured. Held-out: all blank ones found.
    private static func blankness(_ c: DefectMeasurements) -> Double {
        max(16 / (c.sharpness.topGradient + 0.01), 0.03 / (c.texture.texturedShare + 1e-4))
    }

    /// A step at the 8-pixel grid 1.7 times the others, or stairs 6 times the median step. Held-out: all found.
    private static func blocks(_ c: Blockiness, _ s: Blockiness) -> Double {
        max(
            min((c.grid - 1) / 0.7, (c.grid - s.grid) / 0.45),
            min((c.stairs - 1.5) / 4.5, (c.stairs - s.stairs) / 3))
    }

    /// A deviation of 10.5 levels where it is quiet, 7 more than the source, or specks on 1.3 % of the pixels.
    private static func noise(_ c: Noise, _ s: Noise) -> Double {
        max(
            min(c.quietDeviation / 10.5, (c.quietDeviation - s.quietDeviation) / 7),
            (c.impulseShare - s.impulseShare) / 0.013)
    }

    /// Either 40 % more of the picture clips and the midtones are bright, or 20 % more does, a quarter of it bent in
    /// colour, and the midtones are very bright. Held-out: 77 % found.
    private static func overexposure(_ c: Exposure, _ s: Exposure) -> Double {
        let clipping = c.clippedShare - s.clippedShare
        let brightening = c.midtoneMean - s.midtoneMean
        return max(
            min(clipping / 0.4, c.midtoneMean / 160, brightening / 10),
            min(clipping / 0.2, c.bentShare / 0.25, c.midtoneMean / 192, brightening / 25))
    }

    /// 95 % of the picture is below level 72, and that is 60 levels darker than the source. Held-out: all found.
    private static func underexposure(_ c: Exposure, _ s: Exposure) -> Double {
        min(72 / (c.bright + 0.01), (s.bright - c.bright) / 60)
    }

    /// All but the extreme hundredths lie within 82 levels, 55 fewer than in the source. Held-out: all found.
    private static func washout(_ c: Exposure, _ s: Exposure) -> Double {
        min(82 / (c.range + 0.01), (s.range - c.range) / 55)
    }

    /// 24 of 64 tones in use, 25 fewer than in the source. Held-out: 93 % found.
    private static func posterisation(_ c: TonalRichness, _ s: TonalRichness) -> Double {
        min((s.occupiedBins - c.occupiedBins) / 25, 24 / (c.occupiedBins + 0.01))
    }

    /// A cut along 30 % of a side more than in the source; a shorter one counts when it is unbroken for 30 %.
    /// Held-out: 93 % of glitched, all truncated ones (with the flat bar).
    private static func seams(_ c: Seams, _ s: Seams) -> Double {
        let share = c.widestShare - s.widestShare
        return max(share / 0.30, min((c.longestRun - s.longestRun) / 0.30, share / 0.12))
    }

    /// A self-correlation of 0.86, 0.3 more than the source's. Held-out: all found.
    private static func tiling(_ c: Tiling, _ s: Tiling) -> Double {
        min(c.selfCorrelation / 0.86, (c.selfCorrelation - s.selfCorrelation) / 0.3)
    }
}
