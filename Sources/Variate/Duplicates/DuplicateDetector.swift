import VariateImaging

/// Finds pictures that repeat each other, in two steps: perceptual hashes and small colour thumbnails nominate a
/// pair, and an aligned difference convicts it.
///
/// Perceptual hashes alone cannot decide: more than one good recolouring in two hundred has the very hash of its source,
/// and a shift by two pixels may change it. Of the near-duplicates made of the half of 100 labelled pictures that was held
/// back, the two steps find 633 of 636, with 8 of 1,166 good variations called duplicates: mild filters and blurred
/// backgrounds on pictures that they hardly change, and gentle tints of grey ones.
public struct DuplicateDetector: Sendable {
    /// Pairs that differ by less than this are the same picture.
    public let line: Double
    /// Transforms that make a variation and no duplicate.
    public let allowed: Set<PictureTransform>

    /// Pairs that differ by more pHash bits, or by more levels between their 24 × 24 mean colours, are not compared in
    /// detail. Of 1,200 near-duplicates none does; of 5,610 other pairs of pictures made of one source a quarter is
    /// left, to which the hash contributes little: pHash alone skips 29 %, the thumbnails 74 %. Block means of 16 × 16
    /// cells in place of pHash skip 0.4 to 2 % more, which does not pay for a second hash.
    static let fingerprintFilter = 24
    static let thumbnailFilter = 30.0
    /// Mean colours within so many levels need no hash, which noise decides where there is little structure.
    static let equalThumbnails = 8.0

    /// A detector with the calibrated line of 0.2, which takes mirror images and clear crops for variations.
    public init(
        line: Double = AlignedDifference.duplicateLine, allowed: Set<PictureTransform> = [.mirrored, .cropped]
    ) {
        self.line = line
        self.allowed = allowed
    }

    /// Compares the second picture with the first.
    ///
    /// Copies that were turned by quarters, mirrored or framed are found, and named; `difference` says whether the pair is
    /// a duplicate.
    /// - Complexity: O(1).
    /// - Parameter findsCrops: whether to look for either picture in the other too, which takes some milliseconds.
    public func compare(
        _ first: ImageFeatures, _ second: ImageFeatures, findsCrops: Bool = false
    ) -> PictureComparison {
        if first.pixelDigest == second.pixelDigest && first.size == second.size { return PictureComparison(0) }
        let upright =
            isNominated(first.appearance, second.appearance)
            ? AlignedDifference(from: first.appearance, to: second.appearance) : nil
        let difference = upright?.value ?? 1
        if difference >= line,
            let found = TransformedDifference(
                from: first.appearance, to: second.appearance, limit: Self.thumbnailFilter),
            found.difference.value < line
        {
            let transform = PictureTransform(found.transform)
            if allowed.contains(transform) {
                return PictureComparison(difference, transform: transform, evidence: upright?.evidence)
            }
            return PictureComparison(
                found.difference.value, transform: transform, evidence: found.difference.evidence)
        }
        if difference >= line, findsCrops {
            let parts = [
                CroppedDifference(part: second.appearance, of: first.appearance),
                CroppedDifference(part: first.appearance, of: second.appearance),
            ]
            let closest = parts.compactMap { $0?.difference }.min { $0.value < $1.value }
            if let closest, closest.value < line {
                return allowed.contains(.cropped)
                    ? PictureComparison(difference, transform: .cropped, evidence: upright?.evidence)
                    : PictureComparison(closest.value, transform: .cropped, evidence: closest.evidence)
            }
        }
        return PictureComparison(difference, evidence: upright?.evidence)
    }

    /// How different two pictures are, 0…1: 0 for the same picture, 1 for pairs that were not nominated.
    /// - Complexity: O(1).
    public func difference(_ first: ImageFeatures, _ second: ImageFeatures) -> Double {
        compare(first, second).difference
    }

    /// Whether hashes and thumbnails leave room for the pictures to be the same.
    private func isNominated(_ first: Appearance, _ second: Appearance) -> Bool {
        let distance = first.thumbnailDistance(to: second, limit: Self.thumbnailFilter)
        if distance <= Self.equalThumbnails { return true }
        return distance <= Self.thumbnailFilter
            && (!first.hasTellingFingerprint || !second.hasTellingFingerprint
                || first.fingerprintDistance(to: second) <= Self.fingerprintFilter)
    }

    /// Whether the second picture repeats the first.
    public func isDuplicate(_ first: ImageFeatures, _ second: ImageFeatures) -> Bool {
        difference(first, second) < line
    }

    /// How the second picture relates to the first.
    public func relation(_ first: ImageFeatures, _ second: ImageFeatures) -> PictureRelation {
        relation(first, second, compare(first, second))
    }

    /// The same for pictures that have been compared.
    func relation(
        _ first: ImageFeatures, _ second: ImageFeatures, _ comparison: PictureComparison
    ) -> PictureRelation {
        if first.pixelDigest == second.pixelDigest && first.size == second.size { return .identical }
        if comparison.difference < line { return .nearDuplicate }
        if comparison.transform != nil { return .variation }
        guard case .calibrated(let thresholds) = GateProfile.calibrated.thresholds else { return .unrelated }
        let similarity = SourceSimilarity(
            candidate: second, source: first, strictness: thresholds.strictness[.medium], scale: thresholds.similarity)
        return similarity.value >= thresholds.bounds.similarity[.medium] ? .variation : .unrelated
    }

    /// The groups of pictures that repeat each other, directly or through others, in order of their first members.
    /// Pictures that repeat nothing are in no group.
    /// - Parameter progress: is told how many pairs have been compared, from time to time.
    /// - Complexity: O(pictures²) distances of mean colours, which leave few pairs to hashes, thumbnails and alignment.
    public func groups(
        among pictures: [ImageFeatures], progress: (_ pairs: Int) -> Void = { _ in }
    ) -> [DuplicateGroup] {
        var clusters = DisjointSets(count: pictures.count)
        var pairs: [DuplicateGroup.Pair] = []
        for second in pictures.indices {
            for first in 0..<second {
                let comparison = compare(pictures[first], pictures[second])
                if comparison.difference < line {
                    pairs.append(
                        DuplicateGroup.Pair(
                            first: first, second: second, difference: comparison.difference,
                            transform: comparison.transform))
                    clusters.join(first, second)
                }
            }
            progress((second + 1) * second / 2)
        }
        pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        var members: [Int: [Int]] = [:]
        for index in pictures.indices { members[clusters.root(of: index), default: []].append(index) }
        return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { group in
            let root = clusters.root(of: group[0])
            return DuplicateGroup(members: group, pairs: pairs.filter { clusters.root(of: $0.first) == root })
        }
    }
}
