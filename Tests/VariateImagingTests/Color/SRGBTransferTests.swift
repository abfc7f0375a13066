import Testing

@testable import VariateImaging

@Suite struct SRGBTransferTests {
    /// IEC 61966-2-1: mid grey, the break and the ends.
    @Test func knownAnswers() {
        #expect(SRGBTransfer.linear(0) == 0)
        #expect(abs(SRGBTransfer.linear(1) - 1) < 1e-15)
        #expect(abs(SRGBTransfer.linear(0.5) - 0.21404114048223255) < 1e-15)
        #expect(abs(SRGBTransfer.linear(0.04045) - 0.0031308049535603713) < 1e-15)
        #expect(abs(SRGBTransfer.encoded(0.18) - 0.46135612950044164) < 1e-15)
    }

    @Test func encodingUndoesDecoding() {
        for step in 0...1000 {
            let encoded = Double(step) / 1000
            #expect(abs(SRGBTransfer.encoded(SRGBTransfer.linear(encoded)) - encoded) < 1e-7)
        }
    }

    @Test func everyLevelSurvivesLight() {
        for level in 0...255 {
            #expect(SRGBTransfer.level(SRGBTransfer.linearOfLevel[level]) == UInt8(level))
        }
    }

    @Test func levelsAreTheNearest() {
        for step in 0..<40_000 {
            let light = Float(step) / 40_000
            let exact = 255 * SRGBTransfer.encoded(Double(light))
            #expect(abs(Double(SRGBTransfer.level(light)) - exact) < 0.5 + 1e-4)
        }
    }

    @Test func lightOutsideTheRangeIsClamped() {
        #expect(SRGBTransfer.level(-0.5) == 0)
        #expect(SRGBTransfer.level(.nan) == 0)
        #expect(SRGBTransfer.level(1) == 255)
        #expect(SRGBTransfer.level(.infinity) == 255)
        #expect(SRGBTransfer.level(Float(1).nextDown) == 255)
    }

    @Test func picturesRoundTrip() {
        let image = EdgeFixtures.pattern
        #expect(LinearImage(image).encoded(alphaOf: image) == image)
        let clear = Image(size: Size(width: 2, height: 1), red: 9, green: 8, blue: 7, alpha: 40)
        #expect(LinearImage(clear).encoded(alphaOf: clear) == clear)
        #expect(LinearImage(clear).encoded() == Image(size: clear.size, red: 9, green: 8, blue: 7))
    }
}
