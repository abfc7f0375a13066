import Testing

@testable import VariateCLI

@Suite struct BackendChoiceTests {
    @Test func followsTheKey() throws {
        #expect(try BackendChoice(.auto, environment: [:]) == .local)
        #expect(try BackendChoice(.auto, environment: ["GEMINI_API_KEY": ""]) == .local)
        #expect(
            try BackendChoice(.auto, environment: ["GEMINI_API_KEY": "k"]) == .gemini(keyVariable: "GEMINI_API_KEY"))
        #expect(
            try BackendChoice(.gemini, environment: ["GEMINI_API_KEY": "k", "GOOGLE_API_KEY": "g"])
                == .gemini(keyVariable: "GOOGLE_API_KEY"))
        #expect(try BackendChoice(.local, environment: ["GOOGLE_API_KEY": "g"]) == .local)
    }

    @Test func geminiWithoutAKeyIsAnErrorOfItsOwn() {
        let error = #expect(throws: CommandFailure.self) { try BackendChoice(.gemini, environment: [:]) }
        #expect(error?.exitCode == .unauthorized)
    }
}
