import Testing
import Variate

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

    @Test(arguments: ["", " ", "\t\n", "two words", "schlüssel"])
    func aVariableWithoutAKeyYieldsToTheNext(text: String) throws {
        let environment = ["GOOGLE_API_KEY": text, "GEMINI_API_KEY": " k\n"]
        for name in [BackendName.auto, .gemini] {
            #expect(try BackendChoice(name, environment: environment) == .gemini(keyVariable: "GEMINI_API_KEY"))
        }
        #expect(APIKey(environment: environment) == APIKey("k"))
    }

    @Test func aKeyThatCannotBeSentIsAnErrorRatherThanNone() throws {
        let environment = ["GEMINI_API_KEY": "two words"]
        for name in [BackendName.auto, .gemini] {
            let error = #expect(throws: CommandFailure.self) { try BackendChoice(name, environment: environment) }
            #expect(error?.exitCode == .unauthorized && error?.subject == "GEMINI_API_KEY")
            #expect(error.map { !$0.line.contains("two words") } == true)
        }
        #expect(try BackendChoice(.local, environment: environment) == .local)
        #expect(try BackendChoice(.auto, environment: ["GEMINI_API_KEY": " \n"]) == .local)
    }

    @Test func geminiWithoutAKeyIsAnErrorOfItsOwn() {
        let error = #expect(throws: CommandFailure.self) { try BackendChoice(.gemini, environment: [:]) }
        #expect(error?.exitCode == .unauthorized)
    }
}
