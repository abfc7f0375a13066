import Testing

@testable import VariateImaging

@Suite struct LumaTests {
    /// Pillow 13.0.0: `np.asarray(Image.fromarray(rgba).convert("L"))` of the 9×7 pattern, whose alpha varies.
    @Test func equalsPillow() {
        #expect(
            PatternPicture.rgba(9, 7).luma().samples == [
                23, 26, 28, 31, 33, 36, 38, 41, 43, 28, 31, 34, 37, 40, 44, 47, 50, 53, 35, 39, 43, 46, 50, 53, 57, 61,
                64, 44, 49, 53, 57, 61, 65, 70, 74, 78, 55, 60, 65, 70, 75, 79, 84, 89, 94, 51, 56, 62, 67, 73, 78, 83,
                89, 94, 49, 55, 61, 67, 73, 79, 85, 91, 97,
            ])
    }

    @Test func grayKeepsItsValue() {
        for value in UInt8.min...UInt8.max {
            let size = Size(width: 1, height: 1)
            #expect(Image(size: size, red: value, green: value, blue: value, alpha: 3).luma().samples == [value])
        }
    }

    @Test func staysWithinHalfALevelOfTheWeights() {
        let image = PatternPicture.rgba(61, 43)
        let luma = image.luma().samples
        for i in luma.indices {
            let exact =
                0.299 * Double(image.samples[4 * i]) + 0.587 * Double(image.samples[4 * i + 1])
                + 0.114 * Double(image.samples[4 * i + 2])
            // Half a level for rounding, and 255 times the weights' own rounding to 2^-16.
            #expect(abs(Double(luma[i]) - exact) < 0.5 + 255 * 1.5 / 65536)
        }
    }
}
