import Foundation
import Testing
import Variate

/// The README's library example, compiled and run.
@Suite struct LibraryExampleTests {
    @Test func theExampleWorks() async throws {
        let photo = "\(Samples.root)/benchmarks/samples/cat.png"
        let source = try SourceImage(contentsOf: photo)
        let result = await VariationProcessor(generator: LocalGenerator()).run(source, VariationOptions(count: 4))
        for variation in result.delivered { print(variation.summary, variation.scorecard.overallQuality) }
        #expect(result.isComplete)
    }

    /// What stands in the README is what is compiled above.
    @Test func theReadmeShowsIt() throws {
        let readme = try String(contentsOfFile: "\(Samples.root)/README.md", encoding: .utf8)
        let here = try String(contentsOfFile: #filePath, encoding: .utf8)
        let block = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
        let lines = try #require(block.components(separatedBy: "```").first).split(separator: "\n")
        #expect(lines.count == 4)
        for line in lines {
            #expect(here.contains(line.replacing("\"photo.jpg\"", with: "photo")))
        }
    }
}
