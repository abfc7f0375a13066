public import VariateImaging

/// What comparing two pictures found.
public struct PictureComparison: Sendable, Equatable {
    /// 0 for the same picture, below the detector's line for a duplicate, 1 for clearly another picture.
    ///
    /// Of a copy whose transform counts as a variation, the difference of the pictures as they stand.
    public let difference: Double
    /// What was done to the second picture, where it is a turned, mirrored, framed or cropped copy of the first one.
    public let transform: PictureTransform?
    /// What the difference was made of; nil for equal pictures and for those that were not compared in detail.
    public let evidence: AlignedDifference.Evidence?

    init(_ difference: Double, transform: PictureTransform? = nil, evidence: AlignedDifference.Evidence? = nil) {
        self.difference = difference
        self.transform = transform
        self.evidence = evidence
    }
}
