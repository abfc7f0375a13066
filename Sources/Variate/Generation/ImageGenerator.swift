/// Makes one picture for one request. It judges nothing, retries nothing and stores nothing.
public protocol ImageGenerator: Sendable {
    /// A short name for reports and cache keys: `gemini` or `local`.
    var name: String { get }
    /// The model as the user or the provider names it.
    var model: String { get }
    /// Whether its answers cost money.
    var isPaid: Bool { get }
    /// One image file. Cancelling the task aborts the work.
    func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer
}
