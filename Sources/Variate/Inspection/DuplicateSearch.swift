import VariateImaging

/// Which pictures of a set repeat each other, and which of each group is worth keeping. Nothing is deleted.
public struct DuplicateSearch: Codable, Sendable, Equatable {
    /// How many pictures were compared.
    public let images: Int
    /// The groups, in order of their first members; pictures that repeat nothing are in none.
    public let groups: [Group]

    /// Pictures that are the same but for details.
    public struct Group: Codable, Sendable, Equatable {
        /// The best: see `keepReason`.
        public let keep: Member
        /// Why it is the one to keep, in one sentence: pixels, then sharpness without noise, compression, clipping.
        public let keepReason: String
        /// The others, in the order in which they were given.
        public let duplicates: [Member]

        private enum CodingKeys: String, CodingKey {
            case keep
            case keepReason = "keep_reason"
            case duplicates
        }
    }

    /// One picture of a group.
    public struct Member: Codable, Sendable, Equatable {
        /// Its path.
        public let path: String
        /// Pixels in a row.
        public let width: Int
        /// Number of rows.
        public let height: Int
        /// Aligned difference from the one to keep, 0…1; 0 for itself and for identical pictures. It may be above the
        /// line for a picture that repeats another one of the group.
        public let difference: Double
        /// What was done to it, as seen from the one to keep: absent for upright, whole copies.
        public let transform: PictureTransform?
    }

    /// Searches among measured pictures.
    /// - Parameters:
    ///   - allowed: transforms that make another picture and no duplicate.
    ///   - progress: is told how many pairs of pictures have been compared, from time to time.
    /// - Complexity: O(pictures²) comparisons of mean colours, of which few lead to more.
    public init(
        _ pictures: [(path: String, features: ImageFeatures)], allowed: Set<PictureTransform> = [],
        progress: (_ pairs: Int) -> Void = { _ in }
    ) {
        let features = pictures.map(\.features)
        let detector = DuplicateDetector(allowed: allowed)
        images = pictures.count
        groups = detector.groups(among: features, progress: progress).map { group in
            let (kept, reason) = KeepOrder.best(of: group.members, features)
            let member = { (index: Int) in
                let comparison =
                    index == kept ? PictureComparison(0) : detector.compare(features[kept], features[index])
                return Member(
                    path: pictures[index].path, width: features[index].size.width, height: features[index].size.height,
                    difference: comparison.difference, transform: comparison.transform)
            }
            return Group(
                keep: member(kept), keepReason: reason.sentence,
                duplicates: group.members.filter { $0 != kept }.map(member))
        }
    }
}
