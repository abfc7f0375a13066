/// Makes one picture for one request. It judges nothing, retries nothing and stores nothing.
public protocol ImageGenerator: Sendable {
    /// A short name for reports and cache keys: `gemini` or `local`.
    var name: String { get }
    /// The model as the user or the provider names it.
    var model: String { get }
    /// Where the model is asked, where that is not the same for everyone: part of what decides an answer.
    var endpoint: String { get }
    /// Whether its answers cost money.
    var isPaid: Bool { get }
    /// The words that would be sent for a request: the user's prompt, and whatever the axis and the attempt add.
    func effectivePrompt(for request: GenerationRequest) -> String
    /// One image file. Cancelling the task aborts the work.
    func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer
}

extension ImageGenerator {
    /// Nowhere in particular.
    public var endpoint: String { "" }

    /// The user's prompt as it is.
    public func effectivePrompt(for request: GenerationRequest) -> String { request.prompt }
}
