import Testing
import Variate

@testable import VariateCLI

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("inpsect", "inspect", 1),
        ("ca", "abc", 3),
        ("count", "count", 0), ("cuont", "count", 1),
    ])
    func editDistance(_ a: String, _ b: String, _ distance: Int) {
        #expect(Suggestion.editDistance(a, b) == distance)
        #expect(Suggestion.editDistance(b, a) == distance)
    }

    @Test(arguments: [
        ("cuont", "count"), ("COUNT", "count"), ("max", "max-cost"), ("qualty", "quality"), ("zzz", nil), ("", nil),
        ("co", nil),
    ])
    func nearest(_ word: String, _ expected: String?) {
        #expect(Suggestion.nearest(to: word, among: ["count", "quality", "max-cost"]) == expected)
    }
}
