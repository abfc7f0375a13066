/// The error object of Google's APIs (`google.rpc.Status` with its details), as far as it decides anything.
struct GeminiErrorBody: Equatable {
    var code: Int?
    /// For example `INVALID_ARGUMENT`; some gateways put a word into `code` instead.
    var status: String?
    var message = ""
    /// `ErrorInfo.reason`, for example `API_KEY_INVALID`.
    var reason: String?
    /// `RetryInfo.retryDelay` or `ErrorInfo`'s `quotaResetDelay`, in seconds.
    var retryDelay: Double?
    var quotaIDs: [String] = []
    var quotaValues: [String] = []
    /// `field: description` of each violation of `BadRequest`.
    var fieldViolations: [String] = []

    /// Whether it is in the form of Google's own errors, which have a numeric code and a status; gateways and proxies
    /// write other things.
    var isGoogles: Bool { code != nil && !(status ?? "").isEmpty }

    /// An error of which nothing but its words is known.
    init(message: String = "") {
        self.message = message
    }

    /// The error that a body holds, alone, in an array, or as a plain string; nil where it holds none.
    init?(body: [UInt8]) {
        var scanner = JSONScanner(body)
        var found: GeminiErrorBody?
        func object(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
            try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
                if key == "error" { found = try GeminiErrorBody(member: &scanner) } else { try scanner.skip() }
            }
        }
        do throws(JSONScanner.Fault) {
            switch try scanner.peek() {
            case .array: try scanner.array { (scanner) throws(JSONScanner.Fault) in try object(&scanner) }
            default: try object(&scanner)
            }
        } catch {
            return nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Reads the value of an `error` member.
    init(member scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        if try scanner.peek() == .string {
            message = try scanner.string() ?? ""
            return
        }
        var body = GeminiErrorBody()
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key {
            case "code" where try scanner.peek() == .string: body.status = try scanner.string()
            case "code": body.code = try scanner.integer()
            case "message": body.message = try scanner.string() ?? ""
            case "status": body.status = try scanner.string()
            case "details":
                try scanner.array { (scanner) throws(JSONScanner.Fault) in try body.detail(&scanner) }
            default: try scanner.skip()
            }
        }
        self = body
    }

    /// Whether waiting a minute cannot help: a daily quota, or one of nothing at all.
    var isQuotaSpent: Bool {
        quotaIDs.contains { $0.contains("PerDay") } || quotaValues.contains("0")
            || message.mentions("limit: 0,") || message.mentions("limit: 0\n")
            || message.hasSuffix("limit: 0")
    }

    /// The details' members are told apart by name: no two kinds share one.
    private mutating func detail(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key {
            case "reason": reason = try scanner.string() ?? reason
            case "retryDelay":
                retryDelay = try scanner.string().flatMap { RetryHint.seconds(inDuration: $0) } ?? retryDelay
            case "metadata":
                try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
                    if key == "quotaResetDelay" {
                        let delay = try scanner.string().flatMap { RetryHint.seconds(inDuration: $0) }
                        retryDelay = retryDelay ?? delay
                    } else {
                        try scanner.skip()
                    }
                }
            case "violations", "fieldViolations":
                try scanner.array { (scanner) throws(JSONScanner.Fault) in try violation(&scanner) }
            default: try scanner.skip()
            }
        }
    }

    private mutating func violation(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        var field = ""
        var description: String?
        try scanner.object { (key, scanner) throws(JSONScanner.Fault) in
            switch key {
            case "quotaId": if let id = try scanner.string() { quotaIDs.append(id) }
            case "quotaValue": if let value = try scanner.integer() { quotaValues.append(String(value)) }
            case "field": field = try scanner.string() ?? ""
            case "description": description = try scanner.string()
            default: try scanner.skip()
            }
        }
        if let description { fieldViolations.append("\(field): \(description)") }
    }
}

extension String {
    /// Whether the words occur, whatever their case.
    func mentions(_ words: String) -> Bool { lowercased().contains(words.lowercased()) }
}
