import Testing

@testable import VariateBenchmarks

@Suite struct SHA1Tests {
    /// FIPS 180-2, appendix A; the last is 64 bytes, a whole block, after Python's hashlib.
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
        (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
    ])
    func knownAnswers(message: String, digest: String) {
        let hex = SHA1.digest(of: Array(message.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(hex.joined() == digest)
    }

    @Test func halvesOfScenes() {
        #expect(SceneHalf(scene: "abc") == .b)
        #expect(SceneHalf(scene: "") == .b)
        #expect(SceneHalf(scene: String(repeating: "a", count: 64)) == .b)
        let halves = (0..<400).map { SceneHalf(scene: "scene \($0)") }
        #expect((160...240).contains(halves.count { $0 == .a }))
    }
}
