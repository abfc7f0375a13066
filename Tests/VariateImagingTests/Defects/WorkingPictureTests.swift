import Testing

@testable import VariateImaging

@Suite struct WorkingPictureTests {
    @Test func capsTheNativeAndTheReducedSide() {
        let large = WorkingPicture(Image(size: Size(width: 2000, height: 700), red: 10, green: 200, blue: 30))
        #expect(large.luma.size == Size(width: 1024, height: 358))
        #expect(large.reduced.size == Size(width: 512, height: 179))
        #expect(large.channels.map { $0.samples[1234] } == [10, 200, 30])
        let small = WorkingPicture(DefectFixtures.picture(Size(width: 40, height: 3)))
        #expect(small.luma.size == Size(width: 40, height: 3))
        #expect(small.reduced.samples == small.luma.samples.map { Float($0) })
    }

    @Test func keepsVeryLongPicturesOfAFewPixels() {
        let line = WorkingPicture(Image(size: Size(width: 3000, height: 2), red: 1, green: 2, blue: 3))
        #expect(line.luma.size == Size(width: 1024, height: 2))
    }

    @Test func laysTransparencyOnWhite() {
        var picture = Image(size: Size(width: 3, height: 1), red: 100, green: 0, blue: 200)
        picture.samples[3] = 0
        picture.samples[7] = 128
        let channels = WorkingPicture(picture).channels.map(\.samples)
        #expect(channels == [[255, 177, 100], [255, 127, 0], [255, 227, 200]])
    }
}
