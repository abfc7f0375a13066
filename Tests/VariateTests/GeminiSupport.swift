import Foundation
import Synchronization
import VariateCodecs
import VariateHTTP
import VariateImaging

@testable import Variate

/// Bodies written after recorded answers, their base64 shortened.
func geminiFixture(_ name: String) throws -> [UInt8] {
    let url = Bundle.module.bundleURL.appending(path: "Fixtures/Gemini/\(name).json")
    return [UInt8](try Data(contentsOf: url))
}

/// Answers every request alike and keeps what it was sent.
final class ScriptedTransport: HTTPTransport {
    private let outcome: Result<HTTPResponse, HTTPTransportError>
    private let sent = Mutex<[HTTPRequest]>([])

    init(_ outcome: Result<HTTPResponse, HTTPTransportError>) {
        self.outcome = outcome
    }

    convenience init(status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.init(.success(HTTPResponse(status: status, headers: headers, body: body)))
    }

    var requests: [HTTPRequest] { sent.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
        sent.withLock { $0.append(request) }
        return try outcome.get()
    }
}

/// A key whose appearance anywhere is a fault.
let secretKey = "AQ.Secret-Key_123"

func geminiGenerator(
    _ transport: any HTTPTransport, model: String = GeminiConfiguration.standardModel,
    baseURL: String = GeminiConfiguration.standardBaseURL, timeout: Double? = nil,
    sourceEncoder: SourceEncoder = SourceEncoder()
) throws -> GeminiGenerator {
    guard let key = APIKey(secretKey) else { throw CocoaError(.coderInvalidValue) }
    return GeminiGenerator(
        configuration: try GeminiConfiguration(apiKey: key, model: model, baseURL: baseURL, timeout: timeout),
        transport: transport, sourceEncoder: sourceEncoder)
}

/// A source of that size with given file bytes.
func geminiSource(
    _ width: Int, _ height: Int, bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47], format: ImageFormat = .png,
    orientation: Orientation = .up, hasAlpha: Bool = false, alpha: UInt8 = 255
) -> SourceImage {
    let image = Image(size: Size(width: width, height: height), red: 1, green: 2, blue: 3, alpha: alpha)
    let decoded = DecodedImage(image: image, format: format, orientation: orientation, hasAlpha: hasAlpha)
    return SourceImage(path: "source.png", bytes: bytes, decoded: decoded)
}

/// A body as Foundation reads it.
func jsonObject(_ bytes: [UInt8]) throws -> NSDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    guard let dictionary = object as? NSDictionary else { throw CocoaError(.coderInvalidValue) }
    return dictionary
}
