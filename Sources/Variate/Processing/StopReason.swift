/// Why a run ended before it had tried everything.
public enum StopReason: String, Sendable, Codable, CaseIterable {
    /// No key, or the key was refused.
    case unauthorized
    /// The model does not exist.
    case modelNotFound = "model-not-found"
    /// Quota or credit is used up.
    case quota
    /// The next request would exceed the cost allowed.
    case budget
    /// A cost limit was set and the model's price is not known, so that it could not be kept.
    case unknownPrice = "unknown-price"
    /// The run's time is over.
    case deadline
    /// The caller cancelled.
    case interrupted
    /// The output directory cannot be written.
    case output
}
