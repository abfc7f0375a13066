import VariateImaging

/// How far each defect has gone: 1 is its design point, 0 is no sign of it.
///
/// Most detectors ask two questions, and take the lesser answer: is the measurement bad in itself, and is it much worse
/// than the source's? The bounds and where they come from are in `DefectThresholds`.
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
        case .flatBar: (c.flatBars.extent - s.flatBars.extent) / DefectThresholds.FlatBar.extentRise
        case .checkerboard: c.checkerboard.strength / DefectThresholds.CheckerboardPattern.strength
        case .tiled: tiling(c.tiling, s.tiling)
        }
    }

    /// Every measure of detail must have fallen.
    private static func blur(_ c: Sharpness, _ s: Sharpness) -> Double {
        typealias Bound = DefectThresholds.Blur
        return min(
            (s.laplacianVariance - c.laplacianVariance) / Bound.varianceFall,
            (s.detail98 - c.detail98) / Bound.detail98Fall,
            (s.detail95 - c.detail95) / Bound.detail95Fall,
            (s.topGradientLogarithm - c.topGradientLogarithm) / Bound.gradientFall)
    }

    /// No strong gradient anywhere, or hardly any texture.
    private static func blankness(_ c: DefectMeasurements) -> Double {
        typealias Bound = DefectThresholds.Blank
        return max(
            Bound.gradient / (c.sharpness.topGradient + Bound.gradientFloor),
            Bound.texturedShare / (c.texture.texturedShare + Bound.shareFloor))
    }

    /// The grid of JPEG's blocks, or stairs.
    private static func blocks(_ c: Blockiness, _ s: Blockiness) -> Double {
        typealias Bound = DefectThresholds.Blocks
        return max(
            min((c.grid - 1) / Bound.gridExcess, (c.grid - s.grid) / Bound.gridRise),
            min((c.stairs - Bound.naturalStairs) / Bound.stairsExcess, (c.stairs - s.stairs) / Bound.stairsRise))
    }

    /// Grain where it should be quiet, or specks.
    private static func noise(_ c: Noise, _ s: Noise) -> Double {
        typealias Bound = DefectThresholds.Noisy
        return max(
            min(c.quietDeviation / Bound.deviation, (c.quietDeviation - s.quietDeviation) / Bound.deviationRise),
            (c.impulseShare - s.impulseShare) / Bound.impulseRise)
    }

    /// Much more clipping and bright midtones, or some more with colours bent and very bright midtones.
    private static func overexposure(_ c: Exposure, _ s: Exposure) -> Double {
        typealias Bound = DefectThresholds.Overexposure
        let clipping = c.clippedShare - s.clippedShare
        let brightening = c.midtoneMean - s.midtoneMean
        return max(
            min(clipping / Bound.clippedRise, c.midtoneMean / Bound.midtones, brightening / Bound.midtoneRise),
            min(
                clipping / Bound.bentClippedRise, c.bentShare / Bound.bentShare, c.midtoneMean / Bound.bentMidtones,
                brightening / Bound.bentMidtoneRise))
    }

    /// Even the brightest parts are dark.
    private static func underexposure(_ c: Exposure, _ s: Exposure) -> Double {
        typealias Bound = DefectThresholds.Underexposure
        return min(
            Bound.bright / (c.bright + DefectThresholds.levelFloor), (s.bright - c.bright) / Bound.brightFall)
    }

    /// All tones lie close together.
    private static func washout(_ c: Exposure, _ s: Exposure) -> Double {
        typealias Bound = DefectThresholds.WashedOut
        return min(Bound.range / (c.range + DefectThresholds.levelFloor), (s.range - c.range) / Bound.rangeFall)
    }

    /// Few tones are in use.
    private static func posterisation(_ c: TonalRichness, _ s: TonalRichness) -> Double {
        typealias Bound = DefectThresholds.Posterised
        return min(
            (s.occupiedBins - c.occupiedBins) / Bound.occupiedFall,
            Bound.occupiedBins / (c.occupiedBins + DefectThresholds.levelFloor))
    }

    /// A long cut, or a shorter one that is unbroken.
    private static func seams(_ c: Seams, _ s: Seams) -> Double {
        typealias Bound = DefectThresholds.HardSeams
        let share = c.widestShare - s.widestShare
        return max(
            share / Bound.shareRise,
            min((c.longestRun - s.longestRun) / Bound.runRise, share / Bound.shareRiseOfRun))
    }

    /// The picture repeats itself, and its source does not.
    private static func tiling(_ c: Tiling, _ s: Tiling) -> Double {
        typealias Bound = DefectThresholds.Tiled
        return min(
            c.selfCorrelation / Bound.selfCorrelation,
            (c.selfCorrelation - s.selfCorrelation) / Bound.selfCorrelationRise)
    }
}
