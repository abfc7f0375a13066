import Testing

@testable import Variate

@Suite struct GeminiConfigurationTests {
    private func configuration(
        model: String = "m", baseURL: String = GeminiConfiguration.standardBaseURL, version: String = "v1beta",
        timeout: Double? = nil
    ) throws -> GeminiConfiguration {
        let key = try #require(APIKey(secretKey))
        return try GeminiConfiguration(
            apiKey: key, model: model, baseURL: baseURL, apiVersion: version, timeout: timeout)
    }

    @Test func standsOnGooglesAddress() throws {
        let configuration = try GeminiConfiguration(apiKey: try #require(APIKey("k")))
        #expect(
            configuration.generateURL
                == "https://generativelanguage.googleapis.com/v1beta/models/gemini-nano-banana-2.1:generateContent")
    }

    @Test(arguments: [
        ("models/x", "x"), ("x.y-z_~1", "x.y-z_~1"), ("../../admin", "..%2F..%2Fadmin"), ("x?key=1#", "x%3Fkey%3D1%23"),
        ("x y%", "x%20y%25"), ("ü", "%C3%BC"),
    ])
    func anyModelIsOnePathSegment(model: String, segment: String) throws {
        let url = try configuration(model: model, baseURL: "https://gate.example/base/", version: "v1").generateURL
        #expect(url == "https://gate.example/base/v1/models/\(segment):generateContent")
    }

    @Test(arguments: [
        "http://127.0.0.1:8080", "http://localhost", "http://[::1]:1", "https://proxy.example:8443/gemini",
    ])
    func accepts(baseURL: String) throws {
        #expect(try configuration(baseURL: baseURL).baseURL == baseURL)
    }

    @Test(arguments: [
        "http://generativelanguage.googleapis.com", "http://127.0.0.1@evil.example", "http://127.0.0.1.evil.example",
        "http://localhost.evil.example", "ftp://x", "generativelanguage.googleapis.com", "", "https://",
        "https://x/?a=b", "https://x/#f", "https://user:secret@x",
    ])
    func refusesAddressesThatWouldLeakTheKey(baseURL: String) throws {
        let failure = #expect(throws: GenerationFailure.self) { try configuration(baseURL: baseURL) }
        #expect(failure?.kind == .invalidRequest && failure?.charge == .notSent)
        #expect(failure?.message.contains("secret") == false)
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e9]) func refusesOddTimeouts(timeout: Double) {
        #expect(throws: GenerationFailure.self) { try configuration(timeout: timeout) }
    }

    @Test func refusesEmptyNames() {
        #expect(throws: GenerationFailure.self) { try configuration(model: "") }
        #expect(throws: GenerationFailure.self) { try configuration(version: "") }
    }

    @Test func theKeyNeverPrintsItself() throws {
        let configuration = try configuration()
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), "\(configuration.apiKey)", dumped] {
            #expect(!text.contains(secretKey))
        }
        #expect(Mirror(reflecting: configuration.apiKey).children.isEmpty)
    }

    @Test(
        arguments: [
            (" AIza-x\n", "AIza-x"), ("AQ.new", "AQ.new"), ("", nil), (" \t\r\n", nil), ("two words", nil),
            ("a\nb", nil),
            ("schlüssel", nil),
        ] as [(String, String?)])
    func keysAreTrimmedAndChecked(text: String, kept: String?) {
        #expect(APIKey(text)?.headerValue == kept)
    }

    @Test func theEnvironmentsKeysHaveAnOrder() {
        #expect(APIKey(environment: [:]) == nil)
        #expect(APIKey(environment: ["GEMINI_API_KEY": "b"])?.headerValue == "b")
        #expect(APIKey(environment: ["GOOGLE_API_KEY": "a", "GEMINI_API_KEY": "b"])?.headerValue == "a")
        #expect(APIKey(environment: ["GOOGLE_API_KEY": " ", "GEMINI_API_KEY": "b"])?.headerValue == "b")
    }

    @Test func theStandardModelIsKnownAndAlive() throws {
        let model = try #require(GeminiModel.named(GeminiModel.standard))
        #expect(!model.isRetired)
        #expect(GeminiModel.named("models/gemini-3-pro-image")?.id == "gemini-3-pro-image")
        #expect(GeminiModel.named("imagen-4.0-generate-001") == nil)
    }
}
