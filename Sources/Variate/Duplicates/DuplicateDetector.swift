import VariateImaging

/// Finds pictures that repeat each other, in two steps: perceptual hashes and small colour thumbnails nominate a
/// pair, and an aligned difference convicts it.
///
/// Perceptual hashes alone cannot decide: more than one good recolouring in two hundred has the very hash of its source,
/// and a shift by two pixels may change it. Of 1,200 near-duplicates made of 100 labelled pictures the two steps find
/// 98.0 %, with 1.3 % of 2,204 good variations called duplicates, mostly mild filters on pictures that they hardly change.
public struct DuplicateDetector: Sendable {
    /// Pairs that differ by less than this are the same picture.
    public let line: Double

    /// Pairs that differ by more pHash bits, or by more levels between their 24 × 24 mean colours, are not compared in
    /// detail. Of 1,200 near-duplicates one has more; three quarters of the other pairs are skipped.
    static let fingerprintFilter = 24
    static let thumbnailFilter = 30.0
    /// Mean colours within so many levels need no hash.
    static let equalThumbnails = 8.0

    /// A detector with the calibrated line of 0.2.
    public init(line: Double = AlignedDifference.duplicateLine) {
        self.line = line
    }

    /// How different two pictures are, 0…1: 0 for the same picture, 1 for pairs that were not nominated.
    /// - Complexity: O(1).
    public func difference(_ first: ImageFeatures, _ second: ImageFeatures) -> Double {
        if first.pixelDigest == second.pixelDigest && first.size == second.size { return 0 }
        guard isNominated(first.appearance, second.appearance) else { return 1 }
        return AlignedDifference(from: first.appearance, to: second.appearance).value
    }

    /// Whether fingerprints and thumbnails leave room for the pictures to be the same.
    private func isNominated(_ first: Appearance, _ second: Appearance) -> Bool {
        let distance = first.thumbnailDistance(to: second)
        if distance <= Self.equalThumbnails { return true }
        return distance <= Self.thumbnailFilter
            && first.fingerprintDistance(to: second) <= Self.fingerprintFilter
    }

    /// Whether the second picture repeats the first.
    public func isDuplicate(_ first: ImageFeatures, _ second: ImageFeatures) -> Bool {
        difference(first, second) < line
    }

    /// How the second picture relates to the first.
    public func relation(_ first: ImageFeatures, _ second: ImageFeatures) -> PictureRelation {
        if first.pixelDigest == second.pixelDigest && first.size == second.size { return .identical }
        if isDuplicate(first, second) { return .nearDuplicate }
        guard case .calibrated(let thresholds) = GateProfile.calibrated.thresholds else { return .unrelated }
        let similarity = SourceSimilarity(
            candidate: second, source: first, strictness: thresholds.strictness[.medium], scale: thresholds.similarity)
        return similarity.value >= thresholds.bounds.similarity[.medium] ? .variation : .unrelated
    }

    /// The groups of pictures that repeat each other, directly or through others, in order of their first members.
    /// Pictures that repeat nothing are in no group.
    /// - Parameter progress: is told how many pairs have been compared, from time to time.
    /// - Complexity: O(pictures²) hash and thumbnail distances, and an aligned difference for each nominated pair.
    public func groups(
        among pictures: [ImageFeatures], progress: (_ pairs: Int) -> Void = { _ in }
    ) -> [DuplicateGroup] {
        var clusters = DisjointSets(count: pictures.count)
        var pairs: [DuplicateGroup.Pair] = []
        for second in pictures.indices {
            for first in 0..<second {
                let value = difference(pictures[first], pictures[second])
                if value < line {
                    pairs.append(DuplicateGroup.Pair(first: first, second: second, difference: value))
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
