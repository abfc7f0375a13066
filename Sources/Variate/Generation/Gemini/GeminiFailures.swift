import VariateHTTP

/// Turns whatever came instead of a picture into the failure that it means, without the key.
struct GeminiFailures: Sendable {
    let key: APIKey
    let model: String

    /// Longest message that is passed on, in characters.
    private static let messageLimit = 600
    /// Most of a text that is looked at once the key is out of it, in Unicode scalars.
    private static let scalarLimit = 8 * messageLimit

    /// What an HTTP answer other than a success means.
    ///
    /// Google charges nothing for errors. A gateway that lost the real answer knows nothing of charges, so what may
    /// hide an answer, and is not Google's own words, counts as unknown.
    func failure(for response: HTTPResponse) -> GenerationFailure {
        failure(GeminiErrorBody(body: response.body), response: response)
    }

    /// What a successful answer without a picture means.
    func failure(for reply: GeminiReply, response: HTTPResponse) -> GenerationFailure {
        if let error = reply.error, reply.finishReason == nil {
            var stated = response
            stated.status = error.code ?? 500
            return failure(error, response: stated)
        }
        let row: GeminiFinishRow
        let reason: String?
        let message: String
        if let blocked = reply.blockReason {
            row = GeminiFailureTable.blockedPrompt
            reason = blocked
            message = reply.blockMessage ?? "the request was blocked: \(blocked)"
        } else {
            let finish = reply.finishReason ?? ""
            row = GeminiFailureTable.finishes.first { $0.reasons.contains(finish) } ?? GeminiFailureTable.otherFinish
            reason = reply.finishReason
            message = reply.finishMessage ?? (reply.text.isEmpty ? "the answer holds no picture" : reply.text)
        }
        let isFree = reply.finishMessage?.mentions("will not be charged") ?? false
        return GenerationFailure(
            row.kind, message: clean(message), advice: row.advice, status: response.status, reason: reason.map(clean),
            charge: isFree ? .refused : .answered, usage: isFree ? nil : reply.usage)
    }

    /// What a transfer without a complete answer means.
    func failure(for error: HTTPTransportError) -> GenerationFailure {
        let charge: GenerationFailure.Charge = error.requestSent ? .unknown : .notSent
        let message = clean(error.message)
        switch error.kind {
        case .cancelled: return GenerationFailure(.cancelled, message: message, charge: charge)
        case .invalidRequest:
            return GenerationFailure(
                .invalidRequest, message: message, advice: "Check --base-url.", charge: charge)
        case .tooLarge:
            return GenerationFailure(
                .malformedAnswer, message: message, advice: "Ask for a smaller --image-size.", charge: charge)
        case .timeout:
            return GenerationFailure(
                .network, message: message, advice: "Raise --timeout; 4K pictures take minutes.", charge: charge)
        case .tls:
            return GenerationFailure(
                .network, message: message,
                advice: "The certificate could not be verified. Behind a company proxy, set CURL_CA_BUNDLE.",
                charge: charge)
        case .nameResolution, .connect:
            return GenerationFailure(
                .network, message: message, advice: "Check the network connection and --base-url.", charge: charge)
        case .reset, .truncated, .other:
            return GenerationFailure(
                .network, message: message, advice: "Check the network connection and try again.", charge: charge)
        }
    }

    /// What an answer that cannot be read means. It was answered, so it may have been charged in full.
    func failure(unreadable what: String, response: HTTPResponse, usage: TokenUsage? = nil) -> GenerationFailure {
        GenerationFailure(
            .malformedAnswer, message: what, advice: "Try again; if it stays, check --base-url.",
            status: response.status, charge: .answered, usage: usage)
    }

    private func failure(_ body: GeminiErrorBody?, response: HTTPResponse) -> GenerationFailure {
        let error = body ?? GeminiErrorBody(message: String(decoding: response.body, as: UTF8.self))
        let isLost = !error.isGoogles && GeminiFailureTable.mayHideAnAnswer(status: response.status)
        let row = GeminiFailureTable.errors.first { $0.fits(error, status: response.status) }
        let words = ([error.message] + error.fieldViolations).joined(separator: " ")
        let message = clean(words)
        return GenerationFailure(
            row?.kind ?? .malformedAnswer,
            message: message.isEmpty ? "HTTP \(response.status) without a message" : message,
            advice: (row?.advice ?? "").replacing("{replacement}", with: replacement), status: response.status,
            reason: (error.reason ?? error.quotaIDs.first ?? error.status).map(clean),
            retryAfter: RetryHint.seconds(error: error, response: response), charge: isLost ? .unknown : .refused)
    }

    private var replacement: String {
        let id = model.withoutPrefix("models/")
        return id == GeminiModel.standard ? "gemini-3-pro-image" : GeminiModel.standard
    }

    /// The text on one line, without the key and without what a terminal could take for a command. The key goes before
    /// the text is cut, so that no part of it can stay.
    private func clean(_ text: String) -> String {
        let visible = key.scrubbed(from: text).unicodeScalars.prefix(Self.scalarLimit).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: String(scalar)
            }
        }
        let words = visible.joined().split(separator: " ").joined(separator: " ")
        return words.count > Self.messageLimit ? words.prefix(Self.messageLimit) + "…" : words
    }
}

extension GeminiErrorRow {
    /// Whether the row describes an error.
    func fits(_ error: GeminiErrorBody, status: Int) -> Bool {
        if !http.isEmpty && !http.contains(status) { return false }
        if !statuses.isEmpty && !statuses.contains(error.status ?? "") { return false }
        if needsSpentQuota && !error.isQuotaSpent { return false }
        if reasons.isEmpty && words.isEmpty { return true }
        return reasons.contains(error.reason ?? "") || words.contains { error.message.mentions($0) }
    }
}
