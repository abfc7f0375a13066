import Synchronization
import VariateHTTP
import VariateStore

/// Asks a Gemini image model for one variation at a time.
///
/// It sends exactly one request a call, and returns the picture's bytes as they came.
public final class GeminiGenerator: ImageGenerator {
    /// `gemini`.
    public let name = "gemini"
    /// Every answer is charged.
    public let isPaid = true
    /// How Gemini is reached.
    public let configuration: GeminiConfiguration

    private let transport: any HTTPTransport
    private let sourceEncoder: SourceEncoder
    private let failures: GeminiFailures
    private let prepared = Mutex<PreparedSource?>(nil)

    /// Creates a generator.
    public convenience init(configuration: GeminiConfiguration, transport: any HTTPTransport = CurlTransport()) {
        self.init(configuration: configuration, transport: transport, sourceEncoder: SourceEncoder())
    }

    init(configuration: GeminiConfiguration, transport: any HTTPTransport, sourceEncoder: SourceEncoder) {
        self.configuration = configuration
        self.transport = transport
        self.sourceEncoder = sourceEncoder
        failures = GeminiFailures(key: configuration.apiKey, model: configuration.model)
    }

    /// The model's id as the user gave it.
    public var model: String { configuration.model }

    /// The address and the API's version.
    public var endpoint: String { "\(configuration.baseURL)/\(configuration.apiVersion)" }

    /// The whole text that the model gets for a request.
    public func effectivePrompt(for request: GenerationRequest) -> String { VariationPrompt(request).text }

    /// One picture, as the model made it. Cancelling the task aborts the transfer.
    public func generate(_ request: GenerationRequest) async throws(GenerationFailure) -> GenerationAnswer {
        if Task.isCancelled {
            throw GenerationFailure(.cancelled, message: "cancelled before it was sent", charge: .notSent)
        }
        let sent = try httpRequest(for: request)
        let response: HTTPResponse
        do throws(HTTPTransportError) {
            response = try await transport.send(sent)
        } catch {
            throw failures.failure(for: error)
        }
        guard (200..<300).contains(response.status) else { throw failures.failure(for: response) }
        return try answer(in: response, summary: VariationPrompt(request).summary)
    }

    /// The body that a request is sent with.
    package func body(for request: GenerationRequest) throws(GenerationFailure) -> [UInt8] {
        let options = try GeminiImageOptions(request, model: model)
        return try GeminiRequestBody(
            prompt: effectivePrompt(for: request), image: try inlineSource(request),
            aspectRatio: options.aspectRatio, imageSize: options.imageSize
        ).bytes()
    }

    private func httpRequest(for request: GenerationRequest) throws(GenerationFailure) -> HTTPRequest {
        let timeout = configuration.timeout(forImageSize: request.imageSize?.uppercased())
        let seconds = Int(timeout.rounded(.up))
        return HTTPRequest(
            method: "POST", url: configuration.generateURL,
            headers: [
                ("Content-Type", "application/json"), ("x-goog-api-key", configuration.apiKey.headerValue),
                ("X-Server-Timeout", String(seconds)),
            ],
            body: try body(for: request), timeout: timeout)
    }

    private func answer(
        in response: HTTPResponse, summary: String
    ) throws(GenerationFailure) -> GenerationAnswer {
        let reply: GeminiReply
        do throws(JSONScanner.Fault) {
            reply = try GeminiReplyParser.parse(response.body)
        } catch {
            throw failures.failure(unreadable: "the answer is not JSON: \(error)", response: response)
        }
        guard let picture = reply.deliverablePicture else { throw failures.failure(for: reply, response: response) }
        guard let bytes = picture.bytes(in: response.body), !bytes.isEmpty else {
            throw failures.failure(
                unreadable: "the picture in the answer is not base64", response: response, usage: reply.usage)
        }
        return GenerationAnswer(
            bytes: bytes, claimedMIMEType: picture.mimeType, summary: summary, usage: reply.usage,
            modelVersion: reply.modelVersion, responseID: reply.responseID)
    }

    // MARK: The source

    private struct PreparedSource {
        let digest: SHA256Digest
        let maximumSide: Int
        let image: InlineImage
    }

    /// The source as it is sent; the last one is kept, since a run varies one source many times.
    private func inlineSource(_ request: GenerationRequest) throws(GenerationFailure) -> InlineImage? {
        guard let source = request.source else { return nil }
        let digest = source.pixelDigest
        let kept = prepared.withLock { $0 }
        if let kept, kept.digest == digest, kept.maximumSide == request.maximumSide { return kept.image }
        let image = try sourceEncoder.inline(source, maximumSide: request.maximumSide)
        prepared.withLock { $0 = PreparedSource(digest: digest, maximumSide: request.maximumSide, image: image) }
        return image
    }
}

extension GeminiReply {
    /// The picture to deliver, or nil where the answer only holds an interim sketch of one that was then refused.
    var deliverablePicture: Picture? {
        guard let picture else { return nil }
        let isComplete = [nil, "", "STOP", "FINISH_REASON_UNSPECIFIED"].contains(finishReason)
        return picture.isThought && !isComplete ? nil : picture
    }
}

extension GeminiReply.Picture {
    /// The file, read from where its base64 lies; nil where that is broken.
    func bytes(in body: [UInt8]) -> [UInt8]? {
        guard data.isEscaped else { return Base64.decode(body, in: data.range) }
        let text = JSONEscapes.resolve(body[data.range])
        return Base64.decode(text, in: text.indices)
    }
}
