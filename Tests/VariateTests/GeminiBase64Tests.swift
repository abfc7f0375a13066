import Foundation
import Testing

@testable import Variate

@Suite struct GeminiBase64Tests {
    private func decode(_ text: String) -> [UInt8]? {
        let bytes = Array("<<\(text)>>".utf8)
        return Base64.decode(bytes, in: 2..<bytes.count - 2)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func knowsTheVectorsOfTheStandard(plain: String, coded: String) {
        var text: [UInt8] = []
        Base64.append(Array(plain.utf8), to: &text)
        #expect(String(decoding: text, as: UTF8.self) == coded)
        #expect(decode(coded) == Array(plain.utf8))
        #expect(decode(coded.filter { $0 != "=" }) == Array(plain.utf8))
    }

    @Test func agreesWithFoundationAtEveryLength() {
        for count in 0...100 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
            var text: [UInt8] = []
            Base64.append(bytes, to: &text)
            let standard = Data(bytes).base64EncodedString()
            #expect(String(decoding: text, as: UTF8.self) == standard)
            #expect(decode(standard) == bytes)
            #expect(decode(standard.replacing("+", with: "-").replacing("/", with: "_")) == bytes)
        }
    }

    @Test(arguments: [
        "Z", "Zg=", "Zg===", "Zm8==", "=", "====", "Zm9vZ", "Zm 9v", "Zm9v\n", "Zm9v====", "Zg==Zg==", "Zm9*", "Zm9é",
        "Zh==", "Zm9=", "Z===", "Zm=v",
    ])
    func refusesEverythingElse(text: String) {
        #expect(decode(text) == nil)
    }
}
