/// Every number of the calibrated rules.
struct CalibratedThresholds: Sendable, Equatable {
    static let strictnessKey = "strictness"
    static let boundsKey = "bounds"
    static let detectorsKey = "detectors"

    /// Multiplies every detector's design point: above 1 is more lenient.
    let strictness: LevelBound
    let bounds: Bounds
    let policies: Policies
    /// A candidate may be smaller than its source by this factor before its size counts as a loss.
    let toleratedReduction: Double
    let similarity: SimilarityScale
    let scores: ScoreScale
    let detectors: DetectorDesignPoints

    init(_ section: ProfileSection) {
        let strictness = section.bound(Self.strictnessKey, in: 0.01...100)
        self.strictness = strictness
        bounds = section.section(Self.boundsKey) { Bounds($0, strictness: strictness) }
        policies = section.section("policies") { Policies($0) }
        toleratedReduction = section.section("resolution") { $0.number("tolerated_reduction", in: 0...1) }
        similarity = section.section("similarity") { SimilarityScale($0) }
        scores = section.section("scores") { ScoreScale($0) }
        detectors = section.section(Self.detectorsKey) { DetectorDesignPoints($0) }
    }

    /// The line that each metric may not cross.
    struct Bounds: Sendable, Equatable {
        /// Below: too different from the source.
        let similarity: LevelBound
        /// Below: the source again.
        let sourceDifference: LevelBound
        /// Below: an earlier variation again.
        let diversity: LevelBound
        /// Above: spoilt, for each of `Defect.allCases`; the strictness where a profile says nothing else.
        private let defects: [LevelBound]
        /// A shorter side under this many pixels is too small to be used, unless the source is small itself.
        let shorterSide: LevelBound
        /// Above: stretched, against the source's shape. 2 means twice as wide or as tall.
        let aspectRatio: LevelBound
        /// The same against a shape that was asked for.
        let askedAspectRatio: LevelBound
        /// Below: too weak as a whole.
        let overallQuality: LevelBound

        init(_ section: ProfileSection, strictness: LevelBound) {
            similarity = section.bound("similarity", in: 0...1)
            sourceDifference = section.bound("source_difference", in: 0...1)
            diversity = section.bound("diversity", in: 0...1)
            defects = Defect.allCases.map { section.optionalBound($0.rawValue, in: 0.01...100) ?? strictness }
            shorterSide = section.bound("shorter_side")
            aspectRatio = section.bound("aspect_ratio", in: 1...100)
            askedAspectRatio = section.bound("asked_aspect_ratio", in: 1...100)
            overallQuality = section.bound("overall_quality", in: 0...1)
        }

        subscript(defect: Defect) -> LevelBound {
            Defect.allCases.firstIndex(of: defect).map { defects[$0] } ?? LevelBound(1)
        }
    }

    /// What is decided by choice rather than by measurement.
    struct Policies: Sendable, Equatable {
        /// Whether a mirror image counts as a variation.
        let allowMirror: Bool

        init(_ section: ProfileSection) {
            allowMirror = section.flag("allow_mirror")
        }
    }

    /// How the relation of edges and colours becomes a similarity, 0…1.
    struct SimilarityScale: Sendable, Equatable {
        /// Relation of edges at which similarity is `unrelated`, at strictness 1.
        let unrelatedEdges: Double
        /// This much above that line, edges and colours leave no doubt and corners are not asked.
        let doubtfulEdges: Double
        /// Corners in one consistent arrangement that do not happen by chance.
        let relatedCorners: Double
        /// Relation of edges at which similarity is `same`.
        let sameEdges: Double
        /// The overlap of colour histograms that earns the bonus, and the relation of edges that it adds.
        let colourOverlap: Double
        let colourBonus: Double
        /// The first design's band.
        let unrelated: Double
        let same: Double

        init(_ section: ProfileSection) {
            unrelatedEdges = section.number("unrelated_edges")
            doubtfulEdges = section.number("doubtful_edges", in: 0...1)
            relatedCorners = section.number("related_corners", in: 1...1000)
            sameEdges = section.number("same_edges")
            colourOverlap = section.number("colour_overlap", in: 0...1)
            colourBonus = section.number("colour_bonus", in: 0...1)
            unrelated = section.number("unrelated", in: 0...1)
            same = section.number("same", in: 0...1)
            if same <= unrelated { section.note("same", "must be above unrelated") }
        }
    }

    /// How the measurements become scores, and the scores the overall quality.
    struct ScoreScale: Sendable, Equatable {
        let weights: Weights
        /// The part of the band of similarities that is worth full marks; they fall to a half at the band's ends.
        let comfortableLow: Double
        let comfortableHigh: Double
        /// Differences of this much or more are worth full marks.
        let fullDifference: Double
        /// The scores at which the worst defect reaches its bound: the first design's bounds.
        let aestheticAtBound: Double
        let objectIntegrityAtBound: Double

        init(_ section: ProfileSection) {
            weights = section.section("weights") { Weights($0) }
            comfortableLow = section.number("comfortable_low", in: 0...1)
            comfortableHigh = section.number("comfortable_high", in: 0...1)
            fullDifference = section.number("full_difference", in: Double.leastNonzeroMagnitude...1)
            aestheticAtBound = section.number("aesthetic_at_bound", in: 0...1)
            objectIntegrityAtBound = section.number("object_integrity_at_bound", in: 0...1)
        }
    }

    /// Shares of the overall score.
    struct Weights: Sendable, Equatable {
        let similarity: Double
        let diversity: Double
        let aesthetic: Double
        let objectIntegrity: Double

        init(_ section: ProfileSection) {
            similarity = section.number("similarity", in: 0...1)
            diversity = section.number("diversity", in: 0...1)
            aesthetic = section.number("aesthetic", in: 0...1)
            objectIntegrity = section.number("object_integrity", in: 0...1)
            let sum = similarity + diversity + aesthetic + objectIntegrity
            if abs(sum - 1) > 1e-9 { section.note("object_integrity", "the weights must add up to 1, not \(sum)") }
        }
    }
}
