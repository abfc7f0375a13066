import Testing

@testable import VariateCLI

@Suite struct TextLayoutTests {
    @Test func wraps() {
        #expect(TextLayout.wrap("one two three", width: 8) == ["one two", "three"])
        #expect(TextLayout.wrap("extraordinary word", width: 5) == ["extraordinary", "word"])
        #expect(TextLayout.wrap("", width: 5) == [""])
    }

    @Test func alignsColumns() {
        let rows = TextLayout.table([["name", "size"], ["a", "1024"], ["long name", "7"]], numeric: [1])
        #expect(rows == ["name       size", "a          1024", "long name     7"])
    }
}
