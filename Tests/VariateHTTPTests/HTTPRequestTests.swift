import Testing
import VariateHTTP

@Suite struct HTTPRequestTests {
    @Test func secretsStayOutOfDescriptions() {
        let request = HTTPRequest(
            method: "POST", url: "https://host.example/path?key=hidden", headers: [("X-Key", "hidden")],
            body: Array("hidden".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped] { #expect(!text.contains("hidden")) }
        #expect(request.description == "POST host.example, 6 bytes")
        #expect(HTTPRequest(url: "").description == "GET nowhere, 0 bytes")
    }
}
