import Testing

@testable import VariateImaging

@Suite struct PlanesOnWhiteTests {
    /// Widths on both sides of what is separated at a time, opaque in parts.
    @Test(arguments: [(1, 1), (8, 3), (15, 1), (16, 1), (17, 2), (33, 5), (1025, 2)])
    func equalMixingEachPixel(_ width: Int, _ height: Int) {
        let size = Size(width: width, height: height)
        var picture = DefectFixtures.picture(size, amplitude: 200)
        for i in 0..<size.pixelCount where i / 20 % 2 == 0 {
            picture.samples[4 * i + 3] = UInt8(DefectFixtures.hash(i, seed: 7) % 256)
        }
        let planes = picture.planesOnWhite()
        for channel in 0..<3 {
            let expected = (0..<size.pixelCount).map { i in
                let (level, alpha) = (Int(picture.samples[4 * i + channel]), Int(picture.samples[4 * i + 3]))
                return UInt8((level * alpha + 255 * (255 - alpha) + 127) / 255)
            }
            #expect(planes[channel] == Plane(size: size, samples: expected))
        }
    }

    @Test(arguments: DefectFixtures.sizes)
    func haveTheLumaOfThePicture(_ size: Size) {
        let picture = DefectFixtures.picture(size, amplitude: 200)
        let planes = picture.planesOnWhite()
        #expect(Plane<UInt8>.luma(red: planes[0], green: planes[1], blue: planes[2]) == picture.luma())
    }
}
