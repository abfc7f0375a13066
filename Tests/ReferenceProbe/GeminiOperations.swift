import Foundation
import Synchronization
import Variate
import VariateCodecs
import VariateHTTP
import VariateImaging

/// The Gemini client, compared with Google's own library over a server on this machine.
let geminiOperations: [String: Operation] = [
    /// The text that a request's prompt comes to is the library's business: the body holds it.
    "gemini-request": { request in
        Data(try geminiGenerator(request).body(for: try generationRequest(request)))
    },
    /// A whole call over libcurl: the picture's bytes, or the failure in words.
    "gemini-generate": { request in
        let generator = try geminiGenerator(request)
        let generation = try generationRequest(request)
        return try waiting { () async throws(GenerationFailure) in
            Data(try await generator.generate(generation).bytes)
        }
    },
    /// A GET over libcurl: the body, or the kind of error and whether anything was sent.
    "http-get": { request in
        let transport = CurlTransport()
        let url = try request.text("url")
        return try waiting { () async throws(HTTPTransportError) in
            Data(try await transport.send(HTTPRequest(url: url, timeout: 20)).body)
        }
    },
]

private func geminiGenerator(_ request: Request) throws -> GeminiGenerator {
    guard let key = APIKey(request.arguments["key"] ?? "test-key") else { throw ProbeError(description: "not a key") }
    return GeminiGenerator(
        configuration: try GeminiConfiguration(
            apiKey: key, model: request.arguments["model"] ?? GeminiConfiguration.standardModel,
            baseURL: request.arguments["base"] ?? GeminiConfiguration.standardBaseURL))
}

private func generationRequest(_ request: Request) throws -> GenerationRequest {
    let bytes = [UInt8](request.payload)
    let source = ImageFormat(magic: bytes).map { format in
        let image = Image(size: Size(width: 1, height: 1), red: 0, green: 0, blue: 0)
        return SourceImage(path: "source", bytes: bytes, decoded: DecodedImage(image: image, format: format))
    }
    return GenerationRequest(
        source: source, prompt: request.arguments["prompt"] ?? "", axis: .lighting,
        aspectRatio: request.arguments["ratio"], imageSize: request.arguments["size"])
}

/// Runs an asynchronous call from the probe's synchronous loop.
private func waiting<Failure: Error>(
    _ body: @escaping @Sendable () async throws(Failure) -> Data
) throws -> Data {
    let box = OutcomeBox()
    let done = DispatchSemaphore(value: 0)
    Task {
        do throws(Failure) {
            let data = try await body()
            box.outcome.withLock { $0 = .success(data) }
        } catch {
            box.outcome.withLock { $0 = .failure(error) }
        }
        done.signal()
    }
    done.wait()
    guard let result = box.outcome.withLock({ $0 }) else { throw ProbeError(description: "no outcome") }
    return try result.get()
}

private final class OutcomeBox: Sendable {
    let outcome = Mutex<Result<Data, any Error>?>(nil)
}
