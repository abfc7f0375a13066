import Testing

@testable import VariateBenchmarks

@Suite struct RatedMetricTests {
    private static func weak(_ type: String, label: CorpusLabel = .weak) -> CorpusCase {
        CorpusCase(
            id: type, sourceID: "s", half: .a, kind: "photo", label: label, type: type, isArguable: false, source: "",
            previous: [], candidate: "")
    }

    @Test func aDefectSeeksItsClassesAlone() throws {
        let blurred = try #require(RatedMetric.rating(["blurred"]).first)
        #expect(blurred.higherIsWorse)
        #expect(blurred.seeks(Self.weak("disc_blur")) && !blurred.seeks(Self.weak("noise")))
        #expect(!blurred.seeks(Self.weak("blur", label: .good)))
    }

    @Test func aNewNameIsRatedAgainstEveryWeakClass() throws {
        let found = RatedMetric.rating(["brand_new", "difference", "shorter_side", "diversity"])
        #expect(found.map(\.name) == ["difference", "brand_new"])
        #expect(found[1].seeks(Self.weak("anything")) && !found[1].seeks(Self.weak("warm", label: .good)))
        #expect(found[0].seeks(Self.weak("shift", label: .duplicate)) && !found[0].higherIsWorse)
    }
}
