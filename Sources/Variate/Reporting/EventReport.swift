/// An event as one line of newline-delimited JSON: `{"event": NAME, …}`. The last line of a run is its `result`.
public struct EventReport: Encodable, Sendable {
    private enum Body: Sendable {
        case fields(Fields)
        case candidate(RunReport.Candidate)
        case failure(RunReport.Failure)
        case result(RunReport)
    }

    private struct Fields: Encodable, Sendable {
        var count: Int?
        var maximumAttempts: Int?
        var slot: Int?
        var attempt: Int?
        var call: Int?
        var axis: String?
        var delay_ms: Double?
        var message: String?
    }

    private enum Key: String, CodingKey {
        case event, variation, failure, report
    }

    private let name: String
    private let body: Body

    /// The line for an event; `source` is the picture that the run varies.
    public init(_ event: VariationEvent, source: SourceImage) {
        switch event {
        case .started(let count, let maximumAttempts):
            name = "started"
            body = .fields(Fields(count: count, maximumAttempts: maximumAttempts))
        case .requested(let slot, let attempt, let axis):
            name = "requested"
            body = .fields(Fields(slot: slot, attempt: attempt, axis: axis.rawValue))
        case .retrying(let slot, let call, let delay, let failure):
            name = "retrying"
            body = .fields(Fields(slot: slot, call: call, delay_ms: delay * 1000, message: failure.message))
        case .delivered(let variation):
            name = "delivered"
            body = .candidate(RunReport.Candidate(variation))
        case .rejected(let variation):
            name = "rejected"
            body = .candidate(RunReport.Candidate(variation))
        case .failed(let failed):
            name = "failed"
            body = .failure(RunReport.Failure(failed))
        case .notice(let text):
            name = "notice"
            body = .fields(Fields(message: text))
        case .finished(let result):
            name = "result"
            body = .result(RunReport(result, source: source))
        }
    }

    /// Writes the event's name and its content.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .event)
        switch body {
        case .fields(let fields): try fields.encode(to: encoder)
        case .candidate(let candidate): try container.encode(candidate, forKey: .variation)
        case .failure(let failure): try container.encode(failure, forKey: .failure)
        case .result(let report): try container.encode(report, forKey: .report)
        }
    }
}
