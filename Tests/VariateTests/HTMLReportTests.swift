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
        let duplicates = result.rejected.count { $0.verdict.duplicate }
        #expect(page.components(separatedBy: "<img ").count - 1 == 2 + result.rejected.count + 2 * duplicates)
    }

    @Test func drawsEachMarginFromTheMiddle() {
        let passed = Verdict.Check.atMost(
            2, check: "resolution", metric: "a_b", value: 1, passing: "<Fine>.", failing: "It is not.")
        let failed = Verdict.Check.atLeast(
            200, check: "resolution", metric: "c", value: 20, passing: "Fine.", failing: "It is not.")
        let text = HTMLChecks.details([passed, failed])
        #expect(text.contains("<summary>1 of 2 checks failed</summary>"))
        #expect(text.components(separatedBy: "<h4>resolution</h4>").count == 2)
        #expect(text.contains(#"<b class="ok">a b</b><span>1.00</span><span>≤ 2.00</span>"#))
        #expect(text.contains(#"<s style="left:50%;width:25%"></s></i><span>+1.00</span><em>&lt;Fine&gt;.</em>"#))
        #expect(text.contains(#"<b class="no">c</b><span>20.00</span><span>≥ 200</span>"#))
        #expect(text.contains(#"<s style="right:50%;width:45%"></s></i><span>−180</span><em>It is not.</em>"#))
        #expect(HTMLChecks.details([passed]).contains("<summary>all 1 checks passed</summary>"))
        #expect(HTMLChecks.details([]).isEmpty)
    }

    @Test func escapesExactlyTheFiveCharacters() {
        #expect(HTMLReport.escape("a<b>&\"'é漢") == "a&lt;b&gt;&amp;&quot;&#39;é漢")
    }
}
