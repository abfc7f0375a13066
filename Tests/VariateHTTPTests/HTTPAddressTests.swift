import Testing
import VariateHTTP

@Suite struct HTTPAddressTests {
    @Test(
        arguments: [
            ("https://Example.COM/path", "https", "example.com", nil),
            ("HTTP://127.0.0.1:8080", "http", "127.0.0.1", 8080),
            ("http://[::1]:80/x", "http", "::1", 80),
            ("https://host?query", "https", "host", nil),
        ] as [(String, String, String, Int?)])
    func reads(url: String, scheme: String, host: String, port: Int?) throws {
        let address = try #require(HTTPAddress(url: url))
        #expect(address.scheme == scheme && address.host == host && address.port == port)
    }

    @Test(arguments: [
        "", "http:", "http:/x", "http://", "http://:80", "http://a@b", "http://a:b:c", "http://a:+1", "http://[::1",
        "http://[::1]x", "http://a\\b", "http://a b", "http://a\tb", "mailto:a@b", "//host", "http://hôte/",
    ])
    func refuses(url: String) {
        #expect(HTTPAddress(url: url) == nil)
    }

    @Test(arguments: [
        ("http://localhost", true), ("http://127.8.9.10", true), ("http://[::1]", true), ("http://LOCALHOST:1", true),
        ("http://localhost.evil.example", false), ("http://127.0.0.1.evil.example", false), ("http://128.0.0.1", false),
        ("http://127.0.0", false), ("http://10.0.0.1", false),
    ])
    func knowsThisMachine(url: String, isLoopback: Bool) throws {
        #expect(try #require(HTTPAddress(url: url)).isLoopback == isLoopback)
    }
}
