import VariateImaging

/// Which pictures of a set repeat each other, and which of each group is worth keeping. Nothing is deleted.
public struct DuplicateSearch: Codable, Sendable, Equatable {
    /// How many pictures were compared.
    public let images: Int
    /// The groups, in order of their first members; pictures that repeat nothing are in none.
    public let groups: [Group]

    /// Pictures that are the same but for details.
    public struct Group: Codable, Sendable, Equatable {
        /// The largest of those that are about as sharp as the sharpest.
        public let keep: Member
        /// The others, in the order in which they were given.
        public let duplicates: [Member]
    }

    /// One picture of a group.
    public struct Member: Codable, Sendable, Equatable {
        /// Its path.
        public let path: String
        /// Pixels in a row.
        public let width: Int
        /// Number of rows.
        public let height: Int
        /// Aligned difference from the one to keep, 0…1; 0 for itself and for identical pictures.
        public let difference: Double
    }

    /// Pictures whose logarithmic Laplacian variances differ by less are about equally sharp: a factor of 1.6.
    private static let sharpnessMargin = 0.2

    /// Searches among measured pictures.
    /// - Parameter progress: is told how many pairs of pictures have been compared, from time to time.
    /// - Complexity: O(pictures²).
    public init(
        _ pictures: [(path: String, features: ImageFeatures)], progress: (_ pairs: Int) -> Void = { _ in }
    ) {
        let features = pictures.map(\.features)
        let detector = DuplicateDetector()
        images = pictures.count
        groups = detector.groups(among: features, progress: progress).map { group in
            let kept = Self.best(of: group.members, features)
            let member = { (index: Int) in
                Member(
                    path: pictures[index].path, width: features[index].size.width, height: features[index].size.height,
                    difference: index == kept ? 0 : detector.difference(features[kept], features[index]))
            }
            return Group(keep: member(kept), duplicates: group.members.filter { $0 != kept }.map(member))
        }
    }

    private static func best(of members: [Int], _ features: [ImageFeatures]) -> Int {
        let sharpness = { (index: Int) in features[index].defects.sharpness.laplacianVariance }
        let sharpest = members.map(sharpness).max() ?? 0
        let sharp = members.filter { sharpness($0) >= sharpest - sharpnessMargin }
        // The first of the best wins, so that the order of the arguments decides between equals.
        return sharp.reduce(sharp[0]) { best, next in
            let rank = { (index: Int) in (features[index].size.pixelCount, sharpness(index)) }
            return rank(next) > rank(best) ? next : best
        }
    }
}
