/// Pictures that repeat each other.
public struct DuplicateGroup: Sendable, Equatable {
    /// One pair that was found to be the same picture.
    public struct Pair: Sendable, Equatable {
        /// Index of the earlier picture.
        public let first: Int
        /// Index of the later one.
        public let second: Int
        /// Their aligned difference: 0 is the same, below 0.2 is a near-duplicate.
        public let difference: Double
        /// How the later one is turned, mirrored or framed, where it is.
        public let transform: PictureTransform?

        /// Names a pair.
        public init(first: Int, second: Int, difference: Double, transform: PictureTransform? = nil) {
            self.transform = transform
            self.first = first
            self.second = second
            self.difference = difference
        }
    }

    /// Indices of the pictures, ascending.
    public let members: [Int]
    /// The pairs that hold the group together, in order of their indices.
    public let pairs: [Pair]

    /// Names a group.
    public init(members: [Int], pairs: [Pair]) {
        self.members = members
        self.pairs = pairs
    }
}
