import Testing

@testable import VariateImaging

@Suite struct AestheticMeasuresTests {
    /// numpy, Pillow 13.0.0 and opencv-python 5.0.0.93, as the documentation of each measure says.
    @Test func knownAnswers() {
        let measures = AestheticMeasures(image: EdgeFixtures.pattern, luma: EdgeFixtures.patternLuma)
        #expect(abs(measures.colorVariance - 0.5992424409385617) < 1e-12)
        #expect(abs(measures.contrast - 0.40161241200399755) < 1e-12)
        #expect(abs(measures.brightnessBalance - 0.9879745248483025) < 1e-12)
        #expect(measures.sharpness == 1)
        #expect(abs(measures.score - 0.7472073444477154) < 1e-12)
    }

    /// A disc, 255 − 3((x − 11)² + (y − 8)²) at least 0, whose sharpness is below the cap.
    @Test func knownAnswersOfAGreyDisc() {
        let disc = EdgeFixtures.plane(23, 17) { x, y in 255 - 3 * ((x - 11) * (x - 11) + (y - 8) * (y - 8)) }
        let measures = AestheticMeasures(image: EdgeFixtures.gray(disc), luma: disc)
        #expect(measures.colorVariance == 0)
        #expect(abs(measures.contrast - 0.6685692712425683) < 1e-12)
        #expect(abs(measures.brightnessBalance - 0.6807883255604031) < 1e-12)
        #expect(abs(measures.sharpness - 0.7031931633100251) < 1e-12)
        #expect(abs(measures.score - 0.5131376900282492) < 1e-12)
    }

    @Test(arguments: EdgeFixtures.sizes)
    func flatPicturesScoreByBrightnessAlone(size: Size) {
        for (level, balance) in [(UInt8(0), 0.0), (51, 0.4), (255, 0.0)] {
            let plane = Plane<UInt8>(size: size, repeating: level)
            let measures = AestheticMeasures(image: EdgeFixtures.gray(plane), luma: plane)
            #expect(measures.colorVariance == 0 && measures.contrast == 0 && measures.sharpness == 0)
            #expect(abs(measures.brightnessBalance - balance) < 1e-12)
            #expect(abs(measures.score - balance / 4) < 1e-12)
        }
    }
}
