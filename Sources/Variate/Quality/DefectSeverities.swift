import VariateImaging

/// How far each defect has gone: 1 is its design point, 0 is no sign of it.
///
/// Most detectors ask two questions, and take the lesser answer: is the measurement bad in itself, and is it much worse
/// than the source's? The design points are a profile's.
struct DefectSeverities: Sendable, Equatable {
    /// In the order of `Defect.allCases`.
    let values: [Double]

    private typealias Points = DetectorDesignPoints

    /// Keep quotients finite whose divisor may be 0: in levels or bins, levels a pixel, and shares of the picture.
    private static let levelFloor = 0.01
    private static let gradientFloor = 0.01
    private static let shareFloor = 1e-4

    subscript(defect: Defect) -> Double {
        Defect.allCases.firstIndex(of: defect).map { values[$0] } ?? 0
    }

    /// The worst severity of the defects that spoil integrity, or of the others, in units of their bounds.
    func worst(spoilingIntegrity: Bool, inUnitsOf bound: (Defect) -> Double) -> Double {
        zip(Defect.allCases, values)
            .filter { $0.0.spoilsIntegrity == spoilingIntegrity }
            .map { $1 / bound($0) }
            .max() ?? 0
    }

    /// Compares a candidate's measurements with its source's.
    init(candidate: DefectMeasurements, source: DefectMeasurements, points: DetectorDesignPoints) {
        values = Defect.allCases.map { max(0, Self.severity(of: $0, candidate, source, points)) }
    }

    private static func severity(
        of defect: Defect, _ c: DefectMeasurements, _ s: DefectMeasurements, _ points: DetectorDesignPoints
    ) -> Double {
        switch defect {
        case .blurred: blur(c.sharpness, s.sharpness, points.blurred)
        case .blank: blankness(c, points.blank)
        case .blocky: blocks(c.blockiness, s.blockiness, points.blocky)
        case .noisy: noise(c.noise, s.noise, points.noisy)
        case .overexposed: overexposure(c.exposure, s.exposure, points.overexposed)
        case .underexposed: underexposure(c.exposure, s.exposure, points.underexposed)
        case .washedOut: washout(c.exposure, s.exposure, points.washedOut)
        case .posterised: posterisation(c.tonalRichness, s.tonalRichness, points.posterised)
        case .hardSeams: seams(c.seams, s.seams, points.hardSeams)
        case .flatBar: (c.flatBars.extent - s.flatBars.extent) / points.flatBarExtentRise
        case .checkerboard: c.checkerboard.strength / points.checkerboardStrength
        case .tiled: tiling(c.tiling, s.tiling, points.tiled)
        }
    }

    /// Every measure of detail must have fallen.
    private static func blur(_ c: Sharpness, _ s: Sharpness, _ point: Points.Blurred) -> Double {
        min(
            (s.laplacianVariance - c.laplacianVariance) / point.varianceFall,
            (s.detail98 - c.detail98) / point.detail98Fall,
            (s.detail95 - c.detail95) / point.detail95Fall,
            (s.topGradientLogarithm - c.topGradientLogarithm) / point.gradientFall)
    }

    /// No strong gradient anywhere, or hardly any texture.
    private static func blankness(_ c: DefectMeasurements, _ point: Points.Blank) -> Double {
        max(
            point.gradient / (c.sharpness.topGradient + gradientFloor),
            point.texturedShare / (c.texture.texturedShare + shareFloor))
    }

    /// The grid of JPEG's blocks, or stairs.
    private static func blocks(_ c: Blockiness, _ s: Blockiness, _ point: Points.Blocky) -> Double {
        max(
            min((c.grid - 1) / point.gridExcess, (c.grid - s.grid) / point.gridRise),
            min((c.stairs - point.naturalStairs) / point.stairsExcess, (c.stairs - s.stairs) / point.stairsRise))
    }

    /// Grain where it should be quiet, or specks.
    private static func noise(_ c: Noise, _ s: Noise, _ point: Points.Noisy) -> Double {
        max(
            min(c.quietDeviation / point.deviation, (c.quietDeviation - s.quietDeviation) / point.deviationRise),
            (c.impulseShare - s.impulseShare) / point.impulseRise)
    }

    /// Much more clipping and bright midtones, or some more with colours bent and very bright midtones.
    private static func overexposure(_ c: Exposure, _ s: Exposure, _ point: Points.Overexposed) -> Double {
        let clipping = c.clippedShare - s.clippedShare
        let brightening = c.midtoneMean - s.midtoneMean
        return max(
            min(clipping / point.clippedRise, c.midtoneMean / point.midtones, brightening / point.midtoneRise),
            min(
                clipping / point.bentClippedRise, c.bentShare / point.bentShare, c.midtoneMean / point.bentMidtones,
                brightening / point.bentMidtoneRise))
    }

    /// Even the brightest parts are dark.
    private static func underexposure(_ c: Exposure, _ s: Exposure, _ point: Points.Underexposed) -> Double {
        min(
            point.bright / (c.bright + levelFloor), (s.bright - c.bright) / point.brightFall)
    }

    /// All tones lie close together.
    private static func washout(_ c: Exposure, _ s: Exposure, _ point: Points.WashedOut) -> Double {
        min(point.range / (c.range + levelFloor), (s.range - c.range) / point.rangeFall)
    }

    /// Few tones are in use.
    private static func posterisation(_ c: TonalRichness, _ s: TonalRichness, _ point: Points.Posterised) -> Double {
        min(
            (s.occupiedBins - c.occupiedBins) / point.occupiedFall,
            point.occupiedBins / (c.occupiedBins + levelFloor))
    }

    /// A long cut, or a shorter one that is unbroken.
    private static func seams(_ c: Seams, _ s: Seams, _ point: Points.HardSeams) -> Double {
        let share = c.widestShare - s.widestShare
        return max(
            share / point.shareRise,
            min((c.longestRun - s.longestRun) / point.runRise, share / point.shareRiseOfRun))
    }

    /// The picture repeats itself, and its source does not.
    private static func tiling(_ c: Tiling, _ s: Tiling, _ point: Points.Tiled) -> Double {
        min(
            c.selfCorrelation / point.selfCorrelation,
            (c.selfCorrelation - s.selfCorrelation) / point.selfCorrelationRise)
    }
}
