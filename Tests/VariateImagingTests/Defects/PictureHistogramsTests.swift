import Testing

@testable import VariateImaging

@Suite struct PictureHistogramsTests {
    @Test(arguments: DefectFixtures.sizes)
    func equalThoseOfEachPlane(_ size: Size) {
        let picture = DefectFixtures.picture(size, amplitude: 200)
        let histograms = PictureHistograms(channels: picture.planesOnWhite(), luma: picture.luma())
        #expect(histograms.channels == (0..<3).map { LevelHistogram(picture, channel: $0) })
        #expect(histograms.luma == LevelHistogram(picture.luma()))
    }
}
