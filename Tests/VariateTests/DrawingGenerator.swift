import Synchronization

@testable import Variate

/// Answers as a test says, and counts what it was asked.
final class DrawingGenerator: ImageGenerator {
    typealias Script = @Sendable (GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer

    let name: String
    let model = "scripted-1"
    let isPaid: Bool
    private let script: Script
    private let asked = Mutex<[String]>([])

    init(name: String = "scripted", isPaid: Bool = true, script: @escaping Script) {
        self.name = name
        self.isPaid = isPaid
        self.script = script
    }

    /// `slot.attempt` of every request, in the order in which they came.
    var requests: [String] { asked.withLock { $0 } }

    func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer {
        asked.withLock { $0.append("\(request.slot).\(request.attempt)") }
        return try await script(request)
    }
}
