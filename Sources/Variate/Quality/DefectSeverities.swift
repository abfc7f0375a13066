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
    private static let unclippedFloor = 0.02

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
        case .blank: blankness(c, s, points.blank)
        case .blocky: blocks(c.blockiness, s.blockiness, points.blocky)
        case .noisy: noise(c, s, points.noisy)
        case .overexposed: overexposure(c.exposure, s.exposure, points.overexposed)
        case .underexposed: underexposure(c.exposure, s.exposure, points.underexposed)
        case .washedOut: washout(c.exposure, s.exposure, points.washedOut)
        case .posterised: posterisation(c.tonalRichness, s.tonalRichness, points.posterised)
        case .lostChannel: channelLoss(c.exposure, s.exposure, points.lostChannel)
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

    /// No strong gradient anywhere, or hardly any texture, where the source has several times as much.
    private static func blankness(
        _ candidate: DefectMeasurements, _ source: DefectMeasurements, _ point: Points.Blank
    ) -> Double {
        func severity(_ candidate: Double, _ source: Double, point least: Double, floor: Double) -> Double {
            min(least / (candidate + floor), (source + floor) / (candidate + floor) / point.fall)
        }
        return max(
            severity(
                candidate.sharpness.topGradient, source.sharpness.topGradient, point: point.gradient,
                floor: gradientFloor),
            severity(
                candidate.texture.texturedShare, source.texture.texturedShare, point: point.texturedShare,
                floor: shareFloor))
    }

    /// The grid of JPEG's blocks, or stairs.
    private static func blocks(_ c: Blockiness, _ s: Blockiness, _ point: Points.Blocky) -> Double {
        max(
            min((c.grid - 1) / point.gridExcess, (c.grid - s.grid) / point.gridRise),
            min(c.stairs / point.stairs, (c.stairs - s.stairs) / point.stairsRise))
    }

    /// Grain where it should be quiet or specks, without memory from pixel to pixel as drawn lines and dots have it; or
    /// blotches of colour.
    private static func noise(
        _ candidate: DefectMeasurements, _ source: DefectMeasurements, _ point: Points.Noisy
    ) -> Double {
        let (c, s) = (candidate.noise, source.noise)
        let chroma = candidate.chromaNoise.deviation
        let grain = min(c.quietDeviation / point.deviation, (c.quietDeviation - s.quietDeviation) / point.deviationRise)
        let specks = (c.impulseShare - s.impulseShare) / point.impulseRise
        return max(
            min(max(grain, specks), c.whiteness / point.whiteness),
            min(chroma / point.chroma, (chroma - source.chromaNoise.deviation) / point.chromaRise))
    }

    /// Most of the picture is clipped and its colours are bent, and even its shadows and its darkest parts have become
    /// lighter, as the lines of a drawing on white paper have not.
    private static func overexposure(_ c: Exposure, _ s: Exposure, _ point: Points.Overexposed) -> Double {
        let gain = (c.clippedShare - s.clippedShare) / (1 - s.clippedShare + unclippedFloor)
        return min(
            c.clippedShare / point.clipped, gain / point.clippedGain, c.bentShare / point.bent,
            (c.shadows - s.shadows) / point.shadowRise, (c.darkest - s.darkest) / point.darkestRise)
    }

    /// Even the brightest parts are dark, or most of the picture has sunk into black.
    private static func underexposure(_ c: Exposure, _ s: Exposure, _ point: Points.Underexposed) -> Double {
        max(
            min(point.bright / (c.bright + levelFloor), (s.bright - c.bright) / point.brightFall),
            min(c.blackShare / point.black, (c.blackShare - s.blackShare) / point.blackRise))
    }

    /// All tones lie close together.
    private static func washout(_ c: Exposure, _ s: Exposure, _ point: Points.WashedOut) -> Double {
        min(point.range / (c.range + levelFloor), (s.range - c.range) / point.rangeFall)
    }

    /// Few tones are in use, with gaps between them.
    private static func posterisation(_ c: TonalRichness, _ s: TonalRichness, _ point: Points.Posterised) -> Double {
        min(
            (s.occupiedBins - c.occupiedBins) / point.occupiedFall,
            point.occupiedBins / (c.occupiedBins + levelFloor), c.emptyBins / point.emptyBins)
    }

    /// One channel is dark everywhere, and is not in the source.
    private static func channelLoss(_ c: Exposure, _ s: Exposure, _ point: Points.LostChannel) -> Double {
        min(
            point.brightest / (c.weakestChannel + levelFloor),
            (s.weakestChannel - c.weakestChannel) / point.brightestFall)
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
