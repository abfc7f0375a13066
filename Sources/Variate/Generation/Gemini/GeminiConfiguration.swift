import VariateHTTP

/// How to reach Gemini.
public struct GeminiConfiguration: Sendable {
    /// The secret that pays.
    public let apiKey: APIKey
    /// The model's id, passed on as it is.
    public let model: String
    /// Scheme and host, and a path where a gateway has one; without a slash at its end.
    public let baseURL: String
    /// The API's version, for example `v1beta`.
    public let apiVersion: String
    /// Longest time for one answer, in seconds; nil means 180, and 300 for 4K pictures.
    public let timeout: Double?

    /// Google's own address.
    public static let standardBaseURL = "https://generativelanguage.googleapis.com"
    /// The model that is used unless the user names one.
    public static let standardModel = GeminiModel.standard

    private static let standardTimeout = 180.0
    private static let timeoutOf4K = 300.0
    private static let longestTimeout = 86_400.0

    /// Creates a configuration.
    /// - Throws: `invalidRequest` for an empty model, or an address that is not `https`: over plain `http` the key could
    ///   be read on the way, so that only this machine itself may be reached by it. Also for a timeout that is none.
    public init(
        apiKey: APIKey, model: String = GeminiConfiguration.standardModel,
        baseURL: String = GeminiConfiguration.standardBaseURL, apiVersion: String = "v1beta", timeout: Double? = nil
    ) throws(GenerationFailure) {
        let trimmed = String(baseURL.reversed().drop { $0 == "/" }.reversed())
        guard let address = HTTPAddress(url: trimmed), !trimmed.contains("?"), !trimmed.contains("#") else {
            throw GenerationFailure(
                .invalidRequest, message: "the base URL is not an absolute https URL",
                advice: "Set --base-url to something like \(Self.standardBaseURL).", charge: .notSent)
        }
        guard address.scheme == "https" || address.isLoopback else {
            throw GenerationFailure(
                .invalidRequest, message: "the base URL is plain http, which would send the key unencrypted",
                advice: "Use https.", charge: .notSent)
        }
        guard !model.isEmpty, !apiVersion.isEmpty else {
            throw GenerationFailure(
                .invalidRequest, message: "the model or the API version is empty", advice: "Name a --model.",
                charge: .notSent)
        }
        if let timeout, !(timeout > 0 && timeout <= Self.longestTimeout) {
            throw GenerationFailure(
                .invalidRequest, message: "a timeout of \(timeout) seconds",
                advice: "Choose more than 0 and at most \(Int(Self.longestTimeout)) seconds.", charge: .notSent)
        }
        self.apiKey = apiKey
        self.model = model
        self.baseURL = trimmed
        self.apiVersion = apiVersion
        self.timeout = timeout
    }

    /// The URL that makes a picture. The model's id is one path segment whatever it holds.
    var generateURL: String {
        let id = model.withoutPrefix("models/").percentEncodedSegment
        return "\(baseURL)/\(apiVersion.percentEncodedSegment)/models/\(id):generateContent"
    }

    /// Seconds that an answer of that size may take.
    func timeout(forImageSize size: String?) -> Double {
        timeout ?? (size == "4K" ? Self.timeoutOf4K : Self.standardTimeout)
    }
}

extension String {
    /// With everything but RFC 3986's unreserved characters percent-encoded.
    fileprivate var percentEncodedSegment: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
