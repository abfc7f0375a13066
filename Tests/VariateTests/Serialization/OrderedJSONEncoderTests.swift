import Foundation
import Testing

@testable import Variate

@Suite struct OrderedJSONEncoderTests {
    private struct Sample: Encodable {
        struct Inner: Encodable {
            let zeta: [Int]
            let alpha: Double?
        }

        enum Word: String, Encodable { case one }

        let zebra = "z"
        let apple = 1
        let inner = Inner(zeta: [3, 1], alpha: nil)
        let word = Word.one
        let flags = [true, false]
        let big = UInt64.max
        let byte: UInt8 = 7
        let float: Float = 0.1
        let missing: Int? = nil
    }

    @Test func keepsTheOrderOfDeclaration() throws {
        let text = try OrderedJSONEncoder().encode(Sample()).compactText
        #expect(
            text == #"{"zebra":"z","apple":1,"inner":{"zeta":[3,1]},"word":"one","flags":[true,false],"#
                + #""big":18446744073709551615,"byte":7,"float":0.1}"#)
    }

    @Test(arguments: [
        (0.1, "0.1"), (4, "4"), (-0.5, "-0.5"), (1e-7, "1e-07"), (1e21, "1e+21"), (.infinity, "null"), (.nan, "null"),
        (0.3333333333333333, "0.3333333333333333"), (9_007_199_254_740_992, "9007199254740992"),
    ])
    func numbersAreShortAndReadBackEqual(_ value: Double, _ text: String) throws {
        #expect(JSONValue.number(value).compactText == text)
        if value.isFinite { #expect(try JSONDecoder().decode([Double].self, from: Data("[\(text)]".utf8)) == [value]) }
    }

    @Test func textsAreEscaped() throws {
        let text = "a\"b\\c\n\t\r\u{0}\u{1F}\u{7F}é🎨\u{2028}"
        let written = JSONValue.text(text).compactText
        #expect(written.hasPrefix(#""a\"b\\c\n\t\r\u0000\u001f\u007fé"#))
        #expect(try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == [text])
    }

    @Test func indents() {
        let value = JSONValue.object([
            .init("a", .array([.integer(1), .object([])])), .init("b", .array([])), .init("c", .null),
        ])
        #expect(value.indentedText == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": null\n}")
    }

    @Test func otherEncodersTakeValuesToo() throws {
        let value = JSONValue.object([.init("a", .array([.integer(1), .null, .flag(true)])), .init("b", .number(0.5))])
        let data = try JSONEncoder().encode(value)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(object.keys) == ["a", "b"])
    }
}
