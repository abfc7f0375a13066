/// One attempt that brought no picture to judge.
public struct FailedAttempt: Sendable, Equatable {
    /// Which of the N variations it was for, from 0.
    public var slot: Int
    /// Which try at that slot it was, from 0.
    public var attempt: Int
    /// The direction of the variation.
    public var axis: VariationAxis
    /// Why there is no picture.
    public var failure: GenerationFailure
}
