/// How different two pictures are once small shifts, rotations, zooms and changes of the whole's tone are undone.
public struct AlignedDifference: Sendable, Equatable {
    /// 0 for the same picture, 0.2 at the near-duplicate line, 1 for clearly another picture.
    public let value: Double
    /// The displacement and the remaining differences that the value was made of.
    public let evidence: Evidence

    /// What remains different after alignment.
    public struct Evidence: Sendable, Equatable {
        /// The furthest that the alignment moved a point, as a share of the side.
        public let displacement: Double
        /// 1 − mean correspondence of details over all but the most changed 4 % of the tiles; see `TileStructure`.
        public let structure: Double
        /// 1 − the 10th percentile over tiles of the correspondence of details.
        public let changedTenth: Double
        /// Share of tiles whose details do not correspond: below 0.4.
        public let changedShare: Double
        /// Mean absolute difference of luma, in levels.
        public let tone: Double
        /// Absolute natural logarithm of the change of the whole's contrast.
        public let contrast: Double
        /// Mean absolute difference of luma beyond a change of the whole's brightness and contrast, in levels.
        public let light: Double
        /// 95th percentile of the difference of chroma beyond a change of the whole's saturation, in levels.
        public let chroma: Double
        /// Noise of the candidate beyond the reference's, as standard deviations in levels; negative where it has less.
        public let grain: Double

        /// Each measure at the near-duplicate line.
        ///
        /// Chosen on the pairs of half of 100 labelled pictures. Near-duplicates reach: a change of tone by 14 levels, of
        /// contrast by 14 %, of chroma by 5.9 levels and noise by 3.9 levels; the least of the good variations that
        /// only one measure tells: chroma 7.4, noise 7.9.
        static let line = Evidence(
            displacement: 0.057, structure: 0.021, changedTenth: 0.062, changedShare: 0.0258, tone: 18,
            contrast: 0.262, light: 5, chroma: 7.5, grain: 4.5)

        /// The largest measure of moved and changed details, in units of the line.
        var structuralRatio: Double {
            let line = Self.line
            return max(structure / line.structure, changedTenth / line.changedTenth, changedShare / line.changedShare)
        }

        /// The largest of the other measures, in units of the line.
        var otherRatio: Double {
            let line = Self.line
            return max(
                displacement / line.displacement, tone / line.tone, contrast / line.contrast, light / line.light,
                chroma / line.chroma, grain / line.grain)
        }
    }

    /// The value of a pair exactly at the near-duplicate line.
    public static let duplicateLine = 0.2

    /// Alignments beyond this many times the line's displacement, or of a lower correlation than this, are chance.
    static let hopelessDisplacement = 5.0
    static let leastCorrelation = 0.5
    /// A small mark may be all that there is to align: under this displacement, staying put is tried too.
    static let doubtfulDisplacement = 0.02
    /// Details that differ by more than so many times the line are not a matter of bending.
    static let hopelessStructure = 4.5
    /// A mark on so much of a picture leaves it the same picture.
    static let markShare = 0.04
    static let changedPercent = 10.0
    static let changedTile: Float = 0.4

    /// The pair whose second picture is aligned to the first. Pictures that cannot be aligned, for want of structure or
    /// because they show different things, are compared as they are.
    /// - Complexity: O(1): about 150,000 pixel visits, and twice that where the details nearly correspond.
    public init(from reference: Appearance, to candidate: Appearance) {
        var map = Alignment.identity
        if let found = AffineAligner.align(reference: reference.pyramid, candidate: candidate.pyramid),
            found.correlation >= Self.leastCorrelation,
            found.displacement <= Self.hopelessDisplacement * Evidence.line.displacement
        {
            map = found
        }
        var best = Self.compare(reference, candidate, map)
        if best.structuralRatio >= 1, best.otherRatio < 1, best.structuralRatio < Self.hopelessStructure {
            if map != .identity, map.displacement < Self.doubtfulDisplacement {
                best = Self.closer(best, Self.compare(reference, candidate, .identity))
            }
            if best.structuralRatio >= 1,
                let bent = QuadraticAligner.align(
                    reference: reference.pyramid, candidate: candidate.pyramid, from: map)
            {
                best = Self.closer(best, Self.compare(reference, candidate, bent))
            }
        }
        evidence = best
        value = min(1, Self.duplicateLine * max(0, best.structuralRatio, best.otherRatio))
    }

    private static func closer(_ first: Evidence, _ second: Evidence) -> Evidence {
        max(second.structuralRatio, second.otherRatio) < max(first.structuralRatio, first.otherRatio) ? second : first
    }

    private static func compare(_ reference: Appearance, _ candidate: Appearance, _ map: Alignment) -> Evidence {
        let sampler = AlignmentSampler(map, side: Appearance.side)
        let tiles = TileStructure(reference.details, sampler.sampleFinely(candidate.details), inside: sampler.inside())
        let colour = ColourDifference(reference.grid, candidate.grid, map)
        return Evidence(
            displacement: map.displacement,
            structure: 1 - tiles.mean(leavingOut: markShare),
            changedTenth: 1 - tiles.percentile(changedPercent),
            changedShare: tiles.share(below: changedTile),
            tone: colour.tone, contrast: colour.contrast, light: colour.light, chroma: colour.chroma,
            grain: candidate.quietDeviation - reference.quietDeviation)
    }
}
