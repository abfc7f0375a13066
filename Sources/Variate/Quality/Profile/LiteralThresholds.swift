/// Every number of the first design's rules.
struct LiteralThresholds: Sendable, Equatable {
    let bounds: Bounds
    let scores: ScoreScale

    init(_ section: ProfileSection) {
        bounds = section.section(CalibratedThresholds.boundsKey) { Bounds($0) }
        scores = section.section("scores") { ScoreScale($0) }
    }

    /// The line that each metric may not cross.
    struct Bounds: Sendable, Equatable {
        /// Below: a duplicate, by perceptual hashes, in bits.
        let hashDistance: LevelBound
        /// Above: a duplicate, by structure.
        let structure: LevelBound
        let similarity: LevelBound
        let similarityAtMost: LevelBound
        let diversity: LevelBound
        let aesthetic: LevelBound
        let objectIntegrity: LevelBound
        let overallQuality: LevelBound

        init(_ section: ProfileSection) {
            hashDistance = section.bound("hash_distance")
            structure = section.bound("ssim", in: 0...1)
            similarity = section.bound("similarity", in: -1...1)
            similarityAtMost = section.bound("similarity_at_most", in: -1...1)
            diversity = section.bound("diversity", in: 0...1)
            aesthetic = section.bound("aesthetic", in: 0...1)
            objectIntegrity = section.bound("object_integrity", in: 0...1)
            overallQuality = section.bound("overall_quality", in: 0...1)
        }
    }

    /// How the scores become the overall quality.
    struct ScoreScale: Sendable, Equatable {
        let weights: CalibratedThresholds.Weights
        /// The similarity worth full marks, and how far from it they reach 0.
        let bestSimilarity: Double
        let similarityReach: Double
        /// What a similarity outside the band is worth.
        let similarityOutside: Double
        /// What a missing diversity counts as in its own check, and in the overall score.
        let missingDiversity: Double
        let missingDiversityInOverall: Double

        init(_ section: ProfileSection) {
            weights = section.section("weights") { CalibratedThresholds.Weights($0) }
            bestSimilarity = section.number("best_similarity", in: 0...1)
            similarityReach = section.number("similarity_reach")
            similarityOutside = section.number("similarity_outside", in: 0...1)
            missingDiversity = section.number("missing_diversity", in: 0...1)
            missingDiversityInOverall = section.number("missing_diversity_in_overall", in: 0...1)
        }
    }
}
