import Foundation
import Testing
import VariateCodecs

@testable import Variate

@Suite struct HTMLReportTests {
    @Test func textFromOutsideIsEscaped() async throws {
        let small = try Samples.small(side: 320)
        let source = SourceImage(
            path: "<script>alert('1')</script>&\".jpg", bytes: small.bytes,
            decoded: .init(image: small.image, format: small.format))
        let generator = DrawingGenerator(isPaid: false) { request throws(GenerationFailure) in
            if request.slot == 1 {
                throw GenerationFailure(.blocked, message: "<b>blocked</b>", advice: "a & b", charge: .answered)
            }
            var answer = try await LocalGenerator().generate(request)
            answer.summary = "<img src=x onerror=alert(1)>"
            return answer
        }
        let result = await VariationProcessor(generator: generator)
            .run(source, VariationOptions(count: 2, quality: .low))
        let page = try HTMLReport(result, source: source).render()
        #expect(!page.contains("<script"))
        #expect(!page.contains("onerror=alert(1)>"))
        #expect(!page.contains("<b>blocked"))
        #expect(page.contains("&lt;b&gt;blocked&lt;/b&gt; a &amp; b"))
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(page.components(separatedBy: "<img ").count - 1 == 2 + result.rejected.count)
    }

    @Test func escapesExactlyTheFiveCharacters() {
        #expect(HTMLReport.escape("a<b>&\"'é漢") == "a&lt;b&gt;&amp;&quot;&#39;é漢")
    }
}
