import Testing
import VariateImaging

@testable import VariateBenchmarks

@Suite struct TextbookTests {
    /// A slope with a bright square at a place.
    private static func picture(left: Int) -> Image {
        let size = Size(width: 96, height: 80)
        var samples: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                let isSquare = (left..<(left + 30)).contains(x) && (20..<50).contains(y)
                samples += [isSquare ? 240 : UInt8(x + y), isSquare ? 220 : UInt8(y), UInt8(x), 255]
            }
        }
        return Image(size: size, samples: samples)
    }

    @Test func thePictureItselfIsNearest() {
        let (own, other) = (TextbookFeatures(of: Self.picture(left: 10)), TextbookFeatures(of: Self.picture(left: 60)))
        let found = TextbookMeasurements(own, source: other, previous: [other, own])
        #expect(found.average == 0 && found.difference == 0 && found.perceptual == 0)
        #expect(abs(found.nearestSimilarity - 1) < 1e-9)
        #expect(found.sourceSimilarity < 0.95)
        #expect(found.laplacianVariance == Self.picture(left: 10).luma().laplacianVariance())
        let alone = TextbookMeasurements(own, source: other, previous: [])
        #expect(alone.difference > 0 && alone.nearestSimilarity == alone.sourceSimilarity)
    }

    @Test func eachRuleDecidesByItsNumber() throws {
        let own = TextbookFeatures(of: Self.picture(left: 10))
        let same = TextbookMeasurements(own, source: own, previous: [])
        #expect(TextbookRule.single.count == 6)
        for rule in TextbookRule.single.prefix(4) {
            #expect(rule.decision(same) == .init(accept: false, duplicate: true), "\(rule.name)")
        }
        let band = try #require(TextbookRule.single.last)
        #expect(band.decision(same) == .init(accept: false, duplicate: false))
        let flat = TextbookFeatures(of: Image(size: Size(width: 64, height: 64), red: 9, green: 9, blue: 9))
        let blurred = TextbookRule.single[4]
        #expect(blurred.decision(TextbookMeasurements(flat, source: own, previous: [])).accept == false)
        #expect(TextbookRule.combined.decision(same) == .init(accept: false, duplicate: true))
    }
}
