import Foundation
import VariateStore

/// How an outcome that was paid for is laid down in the store: the provider's bytes verbatim, and its own account of them
/// as JSON. An answer without a picture is kept as well, so that it is not paid for again.
enum StoredAnswer {
    private struct Metadata: Codable {
        var claimedMIMEType = ""
        var summary = ""
        var usage: TokenUsage?
        var modelVersion: String?
        var responseID: String?
        var failure: GenerationFailure?
    }

    static func stored(_ answer: GenerationAnswer) throws -> AnswerStore.Answer {
        let metadata = Metadata(
            claimedMIMEType: answer.claimedMIMEType, summary: answer.summary, usage: answer.usage,
            modelVersion: answer.modelVersion, responseID: answer.responseID)
        return AnswerStore.Answer(metadata: [UInt8](try JSONEncoder().encode(metadata)), body: answer.bytes)
    }

    static func stored(_ failure: GenerationFailure) throws -> AnswerStore.Answer {
        AnswerStore.Answer(metadata: [UInt8](try JSONEncoder().encode(Metadata(failure: failure))), body: [])
    }

    /// The picture, or the charged failure that came in its place.
    static func outcome(of stored: AnswerStore.Answer) throws -> Result<GenerationAnswer, GenerationFailure> {
        let metadata = try JSONDecoder().decode(Metadata.self, from: Data(stored.metadata))
        if let failure = metadata.failure { return .failure(failure) }
        return .success(
            GenerationAnswer(
                bytes: stored.body, claimedMIMEType: metadata.claimedMIMEType, summary: metadata.summary,
                usage: metadata.usage, modelVersion: metadata.modelVersion, responseID: metadata.responseID))
    }
}
