/// The design point of every defect detector: the measurements at which a defect's severity is 1.
///
/// "Fall" and "rise" are differences from the source: a soft source may have soft variations.
struct DetectorDesignPoints: Sendable, Equatable {
    let blurred: Blurred
    let blank: Blank
    let blocky: Blocky
    let noisy: Noisy
    let overexposed: Overexposed
    let underexposed: Underexposed
    let washedOut: WashedOut
    let posterised: Posterised
    let lostChannel: LostChannel
    let hardSeams: HardSeams
    /// Rise of the bars' extent, as a share of a side.
    let flatBarExtentRise: Double
    let checkerboardStrength: Double
    let tiled: Tiled

    init(_ section: ProfileSection) {
        func detector<Points>(_ defect: Defect, _ read: (ProfileSection) -> Points) -> Points {
            section.section(defect.rawValue, read)
        }
        blurred = detector(.blurred) { Blurred($0) }
        blank = detector(.blank) { Blank($0) }
        blocky = detector(.blocky) { Blocky($0) }
        noisy = detector(.noisy) { Noisy($0) }
        overexposed = detector(.overexposed) { Overexposed($0) }
        underexposed = detector(.underexposed) { Underexposed($0) }
        washedOut = detector(.washedOut) { WashedOut($0) }
        posterised = detector(.posterised) { Posterised($0) }
        lostChannel = detector(.lostChannel) { LostChannel($0) }
        hardSeams = detector(.hardSeams) { HardSeams($0) }
        flatBarExtentRise = detector(.flatBar) { $0.number("extent_rise") }
        checkerboardStrength = detector(.checkerboard) { $0.number("strength") }
        tiled = detector(.tiled) { Tiled($0) }
    }

    struct Blurred: Sendable, Equatable {
        /// Fall of log₁₀ of the Laplacian's variance; 0.8 is a factor of 6.
        let varianceFall: Double
        /// Fall of log₁₀ of the detail of the sharpest 2 % of tiles; 0.35 is a factor of 2.2.
        let detail98Fall: Double
        /// Fall of log₁₀ of the detail of the sharpest 5 % of tiles.
        let detail95Fall: Double
        /// Fall of log₁₀ of the strongest gradients; 0.18 is a factor of 1.5.
        let gradientFall: Double

        init(_ section: ProfileSection) {
            varianceFall = section.number("variance_fall")
            detail98Fall = section.number("detail98_fall")
            detail95Fall = section.number("detail95_fall")
            gradientFall = section.number("gradient_fall")
        }
    }

    struct Blank: Sendable, Equatable {
        /// The strongest gradient, in levels a pixel.
        let gradient: Double
        /// The textured share of the picture.
        let texturedShare: Double
        /// The source has so many times as much of either.
        let fall: Double

        init(_ section: ProfileSection) {
            gradient = section.number("gradient")
            texturedShare = section.number("textured_share")
            fall = section.number("fall")
        }
    }

    struct Blocky: Sendable, Equatable {
        /// Excess of the steps at the 8-pixel grid over the other steps.
        let gridExcess: Double
        let gridRise: Double
        /// Steps of single rows and columns over their neighbours'.
        let stairs: Double
        let stairsRise: Double

        init(_ section: ProfileSection) {
            gridExcess = section.number("grid_excess")
            gridRise = section.number("grid_rise")
            stairs = section.number("stairs")
            stairsRise = section.number("stairs_rise")
        }
    }

    struct Noisy: Sendable, Equatable {
        /// Standard deviation in the quiet parts, in levels.
        let deviation: Double
        let deviationRise: Double
        /// Rise of the share of specks.
        let impulseRise: Double
        /// Mean step between neighbours over that between next but one neighbours.
        let whiteness: Double
        /// Standard deviation of chroma in the quiet parts, at a quarter of the size, in levels.
        let chroma: Double
        let chromaRise: Double

        init(_ section: ProfileSection) {
            deviation = section.number("deviation")
            deviationRise = section.number("deviation_rise")
            impulseRise = section.number("impulse_rise")
            whiteness = section.number("whiteness")
            chroma = section.number("chroma")
            chromaRise = section.number("chroma_rise")
        }
    }

    struct Overexposed: Sendable, Equatable {
        /// Share of the picture that is clipped.
        let clipped: Double
        /// Of what is not clipped in the source, the share that is clipped in addition.
        let clippedGain: Double
        /// Share where some channels are clipped and others are not: colours bent by too much light. White paper and
        /// plain backgrounds have none.
        let bent: Double
        /// Rise of the darkest tenth, in levels: light lifts everything, a bright background does not.
        let shadowRise: Double
        /// Rise of the darkest hundredth, in levels.
        let darkestRise: Double

        init(_ section: ProfileSection) {
            clipped = section.number("clipped")
            clippedGain = section.number("clipped_gain")
            bent = section.number("bent")
            shadowRise = section.number("shadow_rise")
            darkestRise = section.number("darkest_rise")
        }
    }

    struct Underexposed: Sendable, Equatable {
        /// Level below which 95 % of the picture lies.
        let bright: Double
        let brightFall: Double
        /// Share of the picture that is black.
        let black: Double
        let blackRise: Double

        init(_ section: ProfileSection) {
            bright = section.number("bright")
            brightFall = section.number("bright_fall")
            black = section.number("black", in: 0...1)
            blackRise = section.number("black_rise", in: 0...1)
        }
    }

    struct WashedOut: Sendable, Equatable {
        /// Levels between the 1st and the 99th percentile.
        let range: Double
        let rangeFall: Double

        init(_ section: ProfileSection) {
            range = section.number("range")
            rangeFall = section.number("range_fall")
        }
    }

    struct Posterised: Sendable, Equatable {
        /// Of 64 tones, those in use.
        let occupiedBins: Double
        let occupiedFall: Double
        /// Tones that are not in use between others that are.
        let emptyBins: Double

        init(_ section: ProfileSection) {
            occupiedBins = section.number("occupied_bins")
            occupiedFall = section.number("occupied_fall")
            emptyBins = section.number("empty_bins")
        }
    }

    struct LostChannel: Sendable, Equatable {
        /// Level below which 99 % of the darkest channel lies.
        let brightest: Double
        let brightestFall: Double

        init(_ section: ProfileSection) {
            brightest = section.number("brightest")
            brightestFall = section.number("brightest_fall")
        }
    }

    struct HardSeams: Sendable, Equatable {
        /// Rise of the widest cut's share of a side.
        let shareRise: Double
        /// A narrower cut counts where it is unbroken for this much more than in the source.
        let runRise: Double
        let shareRiseOfRun: Double

        init(_ section: ProfileSection) {
            shareRise = section.number("share_rise")
            runRise = section.number("run_rise")
            shareRiseOfRun = section.number("share_rise_of_run")
        }
    }

    struct Tiled: Sendable, Equatable {
        /// Correlation of the picture with itself, shifted.
        let selfCorrelation: Double
        let selfCorrelationRise: Double

        init(_ section: ProfileSection) {
            selfCorrelation = section.number("self_correlation")
            selfCorrelationRise = section.number("self_correlation_rise")
        }
    }
}
