import Foundation
import VariateStore

/// How an answer is laid down in the store: the provider's bytes verbatim, and its own account of them as JSON.
enum StoredAnswer {
    private struct Metadata: Codable {
        var claimedMIMEType: String
        var summary: String
        var usage: TokenUsage?
        var modelVersion: String?
        var responseID: String?
    }

    static func stored(_ answer: GenerationAnswer) throws -> AnswerStore.Answer {
        let metadata = Metadata(
            claimedMIMEType: answer.claimedMIMEType, summary: answer.summary, usage: answer.usage,
            modelVersion: answer.modelVersion, responseID: answer.responseID)
        return AnswerStore.Answer(metadata: [UInt8](try JSONEncoder().encode(metadata)), body: answer.bytes)
    }

    static func answer(from stored: AnswerStore.Answer) throws -> GenerationAnswer {
        let metadata = try JSONDecoder().decode(Metadata.self, from: Data(stored.metadata))
        return GenerationAnswer(
            bytes: stored.body, claimedMIMEType: metadata.claimedMIMEType, summary: metadata.summary,
            usage: metadata.usage, modelVersion: metadata.modelVersion, responseID: metadata.responseID)
    }
}
