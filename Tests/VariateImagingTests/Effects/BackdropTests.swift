import Testing

@testable import VariateImaging

@Suite("Backdrop")
struct BackdropTests {
    /// A red block on white, over columns 40..<90 and rows 30..<60 of 120 × 80.
    private func product() -> Image {
        var image = Image(size: Size(width: 120, height: 80), red: 255, green: 255, blue: 255)
        for y in 30..<60 {
            for x in 40..<90 {
                image.samples[4 * (y * 120 + x) + 1] = 20
                image.samples[4 * (y * 120 + x) + 2] = 20
            }
        }
        return image
    }

    @Test("A subject on white has a box, a scene has none")
    func box() throws {
        let backdrop = try #require(product().backdrop())
        #expect(!backdrop.isTransparent)
        #expect(backdrop.isOpenEnded)
        #expect(abs(backdrop.least.x - 40.0 / 120) < 0.01 && abs(backdrop.most.x - 90.0 / 120) < 0.01)
        #expect(abs(backdrop.least.y - 30.0 / 80) < 0.02 && abs(backdrop.most.y - 60.0 / 80) < 0.02)
        #expect(TestPicture.scene(width: 120, height: 80).backdrop() == nil)
    }

    @Test("A tint stays on the subject and off the backdrop")
    func neutral() {
        let source = product()
        let warm = source.whiteBalanced(0.8)
        let kept = warm.keepingBackdrop(of: source)
        let corner = kept.samples[0..<3]
        #expect(corner.max() == corner.min())
        let middle = 4 * (45 * 120 + 65)
        #expect(kept.samples[middle..<middle + 3] == warm.samples[middle..<middle + 3])
    }
}
