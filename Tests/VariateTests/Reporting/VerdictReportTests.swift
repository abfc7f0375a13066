import Foundation
import Testing

@testable import Variate

@Suite struct VerdictReportTests {
    static func check(
        _ name: String, metric: String = "m", value: Double, atLeast bound: Double
    ) -> Verdict.Check {
        .atLeast(bound, check: name, metric: metric, value: value, passing: "Fine.", failing: "It is not.")
    }

    static func report(_ checks: [Verdict.Check]) -> VerdictReport {
        VerdictReport(Verdict(duplicate: false, checks: checks, overallStandsBack: true))
    }

    @Test func theSmallestMarginDecides() {
        // Pixels and shares compare as shares of their bounds.
        let large = Self.check("resolution", metric: "shorter_side", value: 300, atLeast: 256)
        let narrow = Self.check("similarity", value: 0.31, atLeast: 0.3)
        #expect(Self.report([large, narrow]).decidingCheck == narrow)
        let wide = Self.check("similarity", value: 0.6, atLeast: 0.3)
        #expect(Self.report([wide, large]).decidingCheck == large)
    }

    @Test func onlyReasonsDecideARejection() {
        let bad = Self.check("similarity", value: 0.29, atLeast: 0.3)
        let worse = Self.check("diversity", value: 0.1, atLeast: 0.2)
        let overall = Self.check("overall_quality", value: 0, atLeast: 0.6)
        let fine = Self.check("aesthetic", value: 0.3, atLeast: 0.3)
        #expect(Self.report([bad, fine, worse, overall]).decidingCheck == worse)
        #expect(Self.report([fine, overall]).decidingCheck == overall)
        #expect(Self.report([]).decidingCheck == nil)
    }

    @Test func anAspectRatioCountsFromOne() {
        let same = Verdict.Check.atMost(
            2, check: "resolution", metric: "aspect_ratio", value: 1, passing: "a", failing: "b")
        #expect(same.relativeMargin == 1 && !same.isLeast)
        let zero = Self.check("a", value: 3, atLeast: 0)
        #expect(zero.relativeMargin == 3 && zero.isLeast)
    }

    @Test func checksKeepTheirDirectionInADocument() throws {
        for value in stride(from: 0.0, through: 1.5, by: 0.07) {
            let least = Self.check("a", value: value, atLeast: 0.3)
            let most = Verdict.Check.atMost(1.08, check: "a", metric: "b", value: value, passing: "p", failing: "f")
            for check in [least, most] {
                let text = try JSONText.line(check)
                let again = try JSONDecoder().decode(Verdict.Check.self, from: Data(text.utf8))
                #expect(again == check && again.isLeast == check.isLeast)
            }
            #expect(least.isLeast && !most.isLeast)
        }
    }
}
