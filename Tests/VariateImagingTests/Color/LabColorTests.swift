import Testing

@testable import VariateImaging

@Suite struct LabColorTests {
    /// scikit-image 0.26.0: `rgb2lab` of one 8-bit pixel.
    @Test func knownAnswers() {
        let expected: [((UInt8, UInt8, UInt8), (Double, Double, Double))] = [
            ((255, 0, 0), (53.2405879437449, 80.0923082256922, 67.2027510444287)),
            ((0, 255, 0), (87.73509948831895, -86.18302974439501, 83.17970317538452)),
            ((0, 0, 255), (32.29567256501351, 79.18559091176556, -107.85730020669489)),
            ((255, 255, 255), (100.0, -0.0024549378620508655, 0.004653421154054982)),
            ((128, 128, 128), (53.58501345216902, -0.0014726455530578164, 0.0027914514965754478)),
            ((10, 11, 12), (2.984614289837282, -0.11720069376322528, -0.5055173964567172)),
            ((200, 30, 160), (46.64335615974841, 72.78147251600137, -28.57267218331161)),
            ((1, 0, 0), (0.05830875157287707, 0.26149931017807604, 0.09213852072625373)),
        ]
        for (levels, lab) in expected {
            let color = LabColor(RGBColor(levels: levels.0, levels.1, levels.2))
            #expect(color.distance(to: LabColor(lightness: lab.0, a: lab.1, b: lab.2)) < 1e-11)
        }
    }

    /// scikit-image 0.26.0: `lab2rgb` of one pixel; the third is outside sRGB, the fourth would have a negative Z, the last
    /// is on the linear segment.
    @Test func knownAnswersBack() {
        let expected: [((Double, Double, Double), (Double, Double, Double))] = [
            ((50, 40, -20), (0.6623108951307255, 0.36120992115855993, 0.6025410901656704)),
            ((80, -60, 50), (0.3738648707452245, 0.8785756011422342, 0.3884409914492282)),
            ((30, 70, 60), (0.6521034470242209, 0.0, 0.0)),
            ((3, 0, 40), (0.1270179515582464, 0.03061278031164788, 0.0)),
            ((2, 0, 0), (0.028606688901210178, 0.028606177151486015, 0.028608795960220163)),
        ]
        for (lab, rgb) in expected {
            let color = RGBColor(LabColor(lightness: lab.0, a: lab.1, b: lab.2))
            let errors = [color.red - rgb.0, color.green - rgb.1, color.blue - rgb.2].map(abs)
            #expect(errors.allSatisfy { $0 < 1e-12 })
        }
    }

    @Test(arguments: [1, 4, 9])
    func picturesRoundTrip(width: Int) {
        var random = SplitMix64(seed: 11)
        let size = Size(width: width, height: 211)
        let image = Image(
            size: size, samples: (0..<size.pixelCount * 4).map { _ in UInt8.random(in: 0...255, using: &random) })
        let lab = LabImage(image)
        #expect(lab.size == size)
        #expect(lab.encoded(alphaOf: image) == image)
        #expect(lab.encoded().isOpaque)
    }
}
