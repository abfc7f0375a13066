/// The numbers of one candidate, before anything is decided. All but the distances lie in 0…1, and higher is better
/// except for `similarity`, which has a band.
public struct Scorecard: Sendable, Equatable {
    /// Closeness to the source: below 0.3 is too different, above 0.9 is the same picture again.
    public var similarity: Double
    /// Difference from the nearest earlier variation; 1 when there is none. Under 0.2 is a duplicate.
    public var diversity: Double
    /// Technical beauty: sharpness, contrast, exposure, noise.
    public var aesthetic: Double
    /// Whether the picture is whole: no bars, seams, tiles, blank areas.
    public var objectIntegrity: Double
    /// The weighted sum of the four.
    public var overallQuality: Double
    /// Difference from the source, 0 (the same) to 1; under 0.2 is a near-duplicate of it. Nil in the literal profile.
    public var sourceDifference: Double?
    /// Index of the nearest earlier variation, where there is one.
    public var nearestPrevious: Int?
    /// How the candidate is a turned, mirrored or framed copy of the source, where it is one.
    public var sourceTransform: PictureTransform?
    /// The same of the nearest earlier variation.
    public var previousTransform: PictureTransform?
    /// Whether the candidate repeats the source or an earlier variation.
    public var duplicate: Bool
    /// Named measurements behind the scores, for reports: ordered, each with its value.
    public var details: [Detail]

    /// One named measurement.
    public struct Detail: Sendable, Equatable {
        /// The measurement's name in snake case.
        public var name: String
        /// Its value.
        public var value: Double

        /// Names a value.
        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Creates a scorecard.
    public init(
        similarity: Double, diversity: Double, aesthetic: Double, objectIntegrity: Double, overallQuality: Double,
        sourceDifference: Double? = nil, nearestPrevious: Int? = nil,
        sourceTransform: PictureTransform? = nil, previousTransform: PictureTransform? = nil, duplicate: Bool = false,
        details: [Detail] = []
    ) {
        self.similarity = similarity
        self.diversity = diversity
        self.aesthetic = aesthetic
        self.objectIntegrity = objectIntegrity
        self.overallQuality = overallQuality
        self.sourceDifference = sourceDifference
        self.nearestPrevious = nearestPrevious
        self.sourceTransform = sourceTransform
        self.previousTransform = previousTransform
        self.duplicate = duplicate
        self.details = details
    }
}
