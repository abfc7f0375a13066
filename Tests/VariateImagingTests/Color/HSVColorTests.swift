import Testing

@testable import VariateImaging

@Suite struct HSVColorTests {
    /// opencv-python 5.0.0.93: `cv2.cvtColor(float32, cv2.COLOR_RGB2HSV)` of one pixel divided by 255.
    @Test func knownAnswers() {
        let expected: [((UInt8, UInt8, UInt8), (Float, Float, Float))] = [
            ((255, 0, 0), (0, 0.9999999, 1)),
            ((0, 255, 0), (120, 0.9999999, 1)),
            ((0, 0, 255), (240, 0.9999999, 1)),
            ((255, 255, 255), (0, 0, 1)),
            ((128, 128, 128), (0, 0, 0.5019608)),
            ((10, 11, 12), (210.00046, 0.16666622, 0.047058824)),
            ((200, 30, 160), (314.11765, 0.8499999, 0.78431374)),
            ((1, 0, 0), (0, 0.9999696, 0.003921569)),
        ]
        for (levels, hsv) in expected {
            let color = HSVColor(RGBColor(levels: levels.0, levels.1, levels.2))
            #expect(abs(color.hue - hsv.0) <= 1e-4, "\(levels)")
            #expect(abs(color.saturation - hsv.1) <= 1e-6, "\(levels)")
            #expect(abs(color.value - hsv.2) <= 1e-7, "\(levels)")
        }
    }

    /// opencv-python 5.0.0.93: `cv2.cvtColor(float32, cv2.COLOR_HSV2RGB)`.
    @Test func knownAnswersBack() {
        let expected: [((Float, Float, Float), (Double, Double, Double))] = [
            ((0, 1, 1), (1, 0, 0)),
            ((95.5, 0.5, 0.25), (0.17604166269302368, 0.25, 0.125)),
            ((210, 0.75, 0.9), (0.22499999403953552, 0.5624998211860657, 0.8999999761581421)),
            ((359, 0.1, 0.6), (0.6000000238418579, 0.5400000214576721, 0.5410000085830688)),
        ]
        for (hsv, rgb) in expected {
            let color = RGBColor(HSVColor(hue: hsv.0, saturation: hsv.1, value: hsv.2))
            let errors = [color.red - rgb.0, color.green - rgb.1, color.blue - rgb.2].map(abs)
            #expect(errors.allSatisfy { $0 < 1e-6 }, "\(hsv)")
        }
    }

    @Test func everyHueRoundTrips() {
        for levels in [(255, 0, 0), (250, 128, 3), (9, 200, 77), (3, 4, 5), (90, 90, 90), (0, 0, 0), (200, 7, 199)] {
            let (r, g, b) = (UInt8(levels.0), UInt8(levels.1), UInt8(levels.2))
            let back = RGBColor(HSVColor(RGBColor(levels: r, g, b))).levels
            #expect(back == (r, g, b))
        }
    }

    @Test func huesAreTakenModuloAFullTurn() {
        let red = RGBColor(red: 1, green: 0, blue: 0)
        for hue in [0, 360, -720, -1e-30] as [Float] {
            #expect(RGBColor(HSVColor(hue: hue, saturation: 1, value: 1)) == red, "\(hue)")
        }
        let far = RGBColor(HSVColor(hue: 3.6e30, saturation: 1, value: 1))
        #expect([far.red, far.green, far.blue].allSatisfy { (0...1).contains($0) })
        let plain = RGBColor(HSVColor(hue: 96, saturation: 0.5, value: 0.75))
        for turned in [-264, 456] as [Float] {
            let color = RGBColor(HSVColor(hue: turned, saturation: 0.5, value: 0.75))
            #expect(abs(color.red - plain.red) + abs(color.green - plain.green) + abs(color.blue - plain.blue) < 1e-5)
        }
    }
}
