import Testing

@testable import VariateCodecs

@Suite struct CodecErrorTests {
    @Test func everyFaultHasItsWords() {
        let words: [(CodecError, String)] = [
            (.unreadable(path: "/a.png", reason: "it is a FIFO"), "cannot be read: it is a FIFO"),
            (.empty, "the file is empty"),
            (.unrecognized, "not a PNG, JPEG or WebP file"),
            (.unsupported(.jpeg, "12 bits"), "unsupported JPEG file: 12 bits"),
            (.malformed(.png, "IDAT: CRC error"), "damaged PNG file: IDAT: CRC error"),
            (.truncated(.webp, "it ends"), "truncated WebP file: it ends"),
            (
                .exceedsLimit("its longest side in pixels", found: 9, allowed: 8),
                "too large: its longest side in pixels is 9, the limit 8"
            ),
            (.unencodable(.webp, "too wide"), "cannot be written as WebP: too wide"),
        ]
        for (error, text) in words { #expect(error.description == text) }
    }

    @Test func adviceIsGivenWhereThereIsSome() {
        #expect(CodecError.truncated(.png, "").advice?.contains("--salvage") == true)
        #expect(CodecError.malformed(.png, "").advice?.contains("--salvage") == true)
        #expect(CodecError.unrecognized.advice != nil)
        #expect(CodecError.exceedsLimit("", found: 2, allowed: 1).advice != nil)
        #expect(CodecError.empty.advice == nil)
        #expect(CodecError.unreadable(path: "", reason: "").advice == nil)
    }
}
