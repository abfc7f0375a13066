/// The design point of every defect detector: the measurements at which a defect's severity is 1.
///
/// Chosen one class of weak results at a time on the 100 calibration pictures of `QualityThresholds`; the shares found are
/// those of the prototype at level `medium` on the 56 held-out ones, with 56 weak results a class. "Fall" and "rise" are differences from the
/// source: a soft source may have soft variations.
enum DefectThresholds {
    /// 96 % of blurred results found, and all motion-blurred and smoothly enlarged ones.
    enum Blur {
        /// Fall of log₁₀ of the Laplacian's variance: a factor of 6.
        static let varianceFall = 0.80
        /// Fall of log₁₀ of the detail of the sharpest 2 % of tiles: a factor of 2.2.
        static let detail98Fall = 0.35
        /// Fall of log₁₀ of the detail of the sharpest 5 % of tiles.
        static let detail95Fall = 0.36
        /// Fall of log₁₀ of the strongest gradients: a factor of 1.5.
        static let gradientFall = 0.18
    }

    /// All blank results found.
    enum Blank {
        /// The strongest gradient, in levels a pixel.
        static let gradient = 16.0
        /// The textured share of the picture.
        static let texturedShare = 0.03
        /// Keep quotients finite on pictures without any gradient or texture.
        static let gradientFloor = 0.01
        static let shareFloor = 1e-4
    }

    /// All results compressed at JPEG qualities 1…6, and all enlarged without interpolation, found.
    enum Blocks {
        /// Excess of the steps at the 8-pixel grid over the other steps.
        static let gridExcess = 0.7
        static let gridRise = 0.45
        /// Concentration of steps in few rows and columns that is natural, and what comes on top.
        static let naturalStairs = 1.5
        static let stairsExcess = 4.5
        static let stairsRise = 3.0
    }

    /// All noisy and speckled results found.
    enum Noisy {
        /// Standard deviation in the quiet parts, in levels.
        static let deviation = 10.5
        static let deviationRise = 7.0
        /// Share of specks.
        static let impulseRise = 0.013
    }

    /// 77 % of overexposed results found: next to unrelated pictures, what the gate misses most.
    enum Overexposure {
        /// Rise of the clipped share, with bright midtones.
        static let clippedRise = 0.4
        static let midtones = 160.0
        static let midtoneRise = 10.0
        /// A lesser rise counts with much clipping of single channels and very bright midtones.
        static let bentClippedRise = 0.2
        static let bentShare = 0.25
        static let bentMidtones = 192.0
        static let bentMidtoneRise = 25.0
    }

    /// All underexposed results found.
    enum Underexposure {
        /// Level below which 95 % of the picture lies.
        static let bright = 72.0
        static let brightFall = 60.0
    }

    /// All washed-out results found.
    enum WashedOut {
        /// Levels between the 1st and the 99th percentile.
        static let range = 82.0
        static let rangeFall = 55.0
    }

    /// 93 % of results posterised to 2…4 levels found.
    enum Posterised {
        /// Of 64 tones, those in use.
        static let occupiedBins = 24.0
        static let occupiedFall = 25.0
    }

    /// 93 % of results with shifted bands and pasted blocks found.
    enum HardSeams {
        /// Rise of the widest cut's share of a side.
        static let shareRise = 0.30
        /// A narrower cut counts where it is unbroken for this much more than in the source.
        static let runRise = 0.30
        static let shareRiseOfRun = 0.12
    }

    /// All truncated and letterboxed results found.
    enum FlatBar {
        /// Rise of the bars' extent, as a share of a side.
        static let extentRise = 0.05
    }

    /// All results with a baked-in checkerboard found, with no false alarm.
    enum CheckerboardPattern {
        static let strength = 0.5
    }

    /// All tiled results found.
    enum Tiled {
        static let selfCorrelation = 0.86
        static let selfCorrelationRise = 0.3
    }

    /// Keeps quotients finite whose divisor may be 0, in levels or bins.
    static let levelFloor = 0.01
}
