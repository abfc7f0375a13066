/// One row of what Google's error answers mean. A row fits where each of its criteria that is not empty does.
struct GeminiErrorRow: Sendable {
    /// HTTP statuses.
    var http: Set<Int> = []
    /// `error.status` values.
    var statuses: Set<String> = []
    /// `ErrorInfo.reason` values, or words of the message: one of either suffices.
    var reasons: Set<String> = []
    /// Words of the message, whatever their case.
    var words: [String] = []
    /// Only where a minute's wait cannot renew the quota.
    var needsSpentQuota = false
    /// What it means.
    var kind: GenerationFailure.Kind
    /// What the user can do.
    var advice: String
}

/// One row of what an answer without a picture means, by its finish reason.
struct GeminiFinishRow: Sendable {
    var reasons: Set<String>
    var kind: GenerationFailure.Kind
    var advice: String
}

/// What goes wrong with Gemini and what to do about it, as data. The first row that fits decides.
enum GeminiFailureTable {
    private static let keyAdvice = "Set GOOGLE_API_KEY or GEMINI_API_KEY to a valid key from Google AI Studio."

    /// Whether a status that did not come from Google itself may stand for a request that was carried out: the time ran
    /// out, or something broke, between Google and here.
    static func mayHideAnAnswer(status: Int) -> Bool {
        [408, 409, 425, 499].contains(status) || status >= 500
    }

    /// HTTP answers that are errors.
    static let errors: [GeminiErrorRow] = [
        GeminiErrorRow(
            reasons: ["API_KEY_INVALID"], words: ["api key not valid", "api key expired"],
            kind: .unauthorized, advice: keyAdvice),
        GeminiErrorRow(
            words: ["reported as leaked"],
            kind: .unauthorized, advice: "Google disabled this key because it was published. Create a new one."),
        GeminiErrorRow(
            reasons: [
                "API_KEY_SERVICE_BLOCKED", "API_KEY_HTTP_REFERRER_BLOCKED", "API_KEY_IP_ADDRESS_BLOCKED",
                "API_KEY_ANDROID_APP_BLOCKED", "API_KEY_IOS_APP_BLOCKED", "SERVICE_DISABLED",
            ],
            kind: .unauthorized, advice: "Allow the Generative Language API for this key, or use another key."),
        GeminiErrorRow(
            http: [403], words: ["unregistered callers"],
            kind: .unauthorized, advice: "The request carried no key. " + keyAdvice),
        GeminiErrorRow(
            http: [402],
            kind: .quotaExhausted, advice: "The prepaid credit is used up. Add credit in Google AI Studio."),
        GeminiErrorRow(
            words: ["prepayment credits are depleted"],
            kind: .quotaExhausted, advice: "The prepaid credit is used up. Add credit in Google AI Studio."),
        GeminiErrorRow(
            http: [400], statuses: ["FAILED_PRECONDITION"], words: ["location is not supported", "country"],
            kind: .unauthorized, advice: "Google does not offer this API in your region."),
        GeminiErrorRow(
            http: [400], statuses: ["FAILED_PRECONDITION"],
            kind: .unauthorized, advice: "Enable billing for the key's project in Google AI Studio."),
        GeminiErrorRow(
            http: [429], needsSpentQuota: true,
            kind: .quotaExhausted,
            advice: "The quota is used up for today, or is zero: image models need a project with billing enabled."),
        GeminiErrorRow(
            http: [429],
            kind: .rateLimited, advice: "Wait, or lower --concurrency; raise the project's limits in Google AI Studio."),
        GeminiErrorRow(
            http: [404],
            kind: .modelNotFound, advice: "The model does not exist or was shut down. Use --model {replacement}."),
        GeminiErrorRow(http: [401], kind: .unauthorized, advice: keyAdvice),
        GeminiErrorRow(
            http: [403],
            kind: .unauthorized, advice: "The key may not use this model. Check its project and restrictions."),
        GeminiErrorRow(
            http: [413],
            kind: .invalidRequest, advice: "The request is too large. Use a lower --quality or a smaller source."),
        GeminiErrorRow(
            http: [408, 409, 425, 499],
            kind: .unavailable, advice: "The service gave up on the request. Try again."),
        GeminiErrorRow(
            http: Set(400..<500),
            kind: .invalidRequest, advice: "The service does not accept this request. Check --model and its options."),
        GeminiErrorRow(
            http: [503],
            kind: .unavailable, advice: "The model is overloaded. Try again in a few minutes, or use another --model."),
        GeminiErrorRow(
            http: [504],
            kind: .unavailable, advice: "The model took too long. Try again, or ask for a smaller --image-size."),
        GeminiErrorRow(
            http: Set(500..<600),
            kind: .unavailable, advice: "The service failed. Try again in a few minutes."),
        GeminiErrorRow(
            http: Set(300..<400),
            kind: .invalidRequest, advice: "The address redirects elsewhere. Set --base-url to the final address."),
    ]

    /// Answers without a picture, by finish reason.
    static let finishes: [GeminiFinishRow] = [
        GeminiFinishRow(
            reasons: ["PUP_LIMITED_DISABLED"],
            kind: .unauthorized, advice: "Google has limited this account for policy violations."),
        GeminiFinishRow(
            reasons: ["LANGUAGE"],
            kind: .invalidRequest, advice: "The model does not support the prompt's language. Try English."),
        GeminiFinishRow(
            reasons: [
                "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "MODEL_ARMOR", "ESCALATION", "IMAGE_SAFETY",
                "IMAGE_PROHIBITED_CONTENT",
            ],
            kind: .blocked, advice: "The provider's policy blocked the picture. Change the prompt, or the source."),
        GeminiFinishRow(
            reasons: ["RECITATION", "IMAGE_RECITATION"],
            kind: .blocked, advice: "The picture came too close to an existing work. Change the prompt."),
        GeminiFinishRow(
            reasons: ["MAX_TOKENS"],
            kind: .noImage, advice: "The model ran out of room. Try again, or ask for a smaller --image-size."),
        GeminiFinishRow(
            reasons: ["NO_IMAGE", "IMAGE_OTHER", "OTHER"],
            kind: .noImage, advice: "The model made no picture. Try again, or rephrase the prompt."),
    ]

    /// Everything else that ends without a picture: the model only talked, or stopped in a way unknown here.
    static let otherFinish = GeminiFinishRow(
        reasons: [], kind: .noImage, advice: "The model answered in words. Say in the prompt what the picture shows.")

    /// A prompt or source that was refused before anything was made.
    static let blockedPrompt = GeminiFinishRow(
        reasons: [], kind: .blocked, advice: "The provider's policy blocked the prompt or the source. Change them.")
}
