/// What happens in a run, as it happens. The last event is always `finished`.
public enum VariationEvent: Sendable {
    /// The run begins: how many are wanted, and how many attempts are allowed at most.
    case started(count: Int, maximumAttempts: Int)
    /// An attempt was sent to the generator.
    case requested(slot: Int, attempt: Int, axis: VariationAxis)
    /// A call failed (from 0), and the request is sent again after a pause (in seconds).
    case retrying(slot: Int, call: Int, delay: Double, failure: GenerationFailure)
    /// A candidate passed and was delivered.
    case delivered(Variation)
    /// A candidate was judged and rejected.
    case rejected(Variation)
    /// An attempt brought no picture.
    case failed(FailedAttempt)
    /// Something the user should know and that stops nothing, for example that the cache cannot be written.
    case notice(String)
    /// The run is over.
    case finished(VariationResult)
}
