/// What a provider answered: the image file's bytes, verbatim, and its own account of them.
public struct GenerationAnswer: Sendable, Equatable {
    /// The image file as the provider made it.
    public var bytes: [UInt8]
    /// What the provider says the bytes are; the magic bytes decide.
    public var claimedMIMEType: String
    /// What it did, in a few words, for reports: for example `golden hour, mirrored`.
    public var summary: String
    /// Tokens used, as the provider counts them; nil for providers that do not.
    public var usage: TokenUsage?
    /// The model that really answered, as it names itself.
    public var modelVersion: String?
    /// The provider's id of this answer.
    public var responseID: String?

    /// Creates an answer.
    public init(
        bytes: [UInt8], claimedMIMEType: String, summary: String = "", usage: TokenUsage? = nil,
        modelVersion: String? = nil, responseID: String? = nil
    ) {
        self.bytes = bytes
        self.claimedMIMEType = claimedMIMEType
        self.summary = summary
        self.usage = usage
        self.modelVersion = modelVersion
        self.responseID = responseID
    }
}
