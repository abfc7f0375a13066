import Testing

@testable import VariateImaging

@Suite("Seam carving")
struct SeamCarvingTests {
    /// Smooth ground with one textured object between two columns.
    private func objectOnGround() -> Image {
        var image = Image(size: Size(width: 160, height: 90), red: 120, green: 140, blue: 160)
        for y in 20..<70 {
            for x in 60..<100 {
                let dark = (x / 5 + y / 5) % 2 == 0
                let at = 4 * (y * 160 + x)
                image.samples[at] = dark ? 30 : 230
                image.samples[at + 1] = dark ? 30 : 200
            }
        }
        return image
    }

    /// Columns in the middle row that differ from the ground.
    private func objectColumns(_ image: Image) -> [Int] {
        let y = image.height / 2
        return (0..<image.width).filter { abs(Int(image.samples[4 * (y * image.width + $0)]) - 120) > 25 }
    }

    @Test("Seams leave the object as wide as it was")
    func keepsObject() throws {
        let image = objectOnGround()
        let seams = try #require(image.seams(removing: 0.2))
        let result = image.carved(along: seams)
        #expect(result.width == 128)
        #expect(result.height == 90)
        let width = objectColumns(image).count
        #expect(abs(objectColumns(result).count - width) <= width / 8)
    }

    @Test("A shift moves the object and keeps the size")
    func shifts() throws {
        let image = objectOnGround()
        for share in [-0.1, 0.1] {
            let result = image.carved(along: try #require(image.seams(shifting: share)))
            #expect(result.size == image.size)
            let moved = try #require(objectColumns(result).first) - (try #require(objectColumns(image).first))
            #expect(share < 0 ? moved < -12 : moved > 12, "\(share): \(moved)")
        }
    }

    @Test("A picture full of detail has no room for seams, and a tiny one neither")
    func noRoom() {
        let noise = LatticeNoise(seed: 3).grain(size: Size(width: 120, height: 90))
        var image = Image(size: noise.size, red: 0, green: 0, blue: 0)
        for i in 0..<noise.size.pixelCount { image.samples[4 * i + 1] = UInt8(128 + 200 * noise.samples[i]) }
        #expect(image.seams(shifting: 0.3) == nil)
        #expect(TestPicture.scene(width: 9, height: 9).seams(removing: 0.2) == nil)
    }

    @Test("Writing is recognised, a scene is not writing")
    func writing() {
        var page = Image(size: Size(width: 512, height: 256), red: 250, green: 250, blue: 250)
        for line in 0..<12 {
            for y in line * 20 + 4..<line * 20 + 16 {
                for x in 20..<490 where x % 4 < 2 {
                    for channel in 0..<3 { page.samples[4 * (y * 512 + x) + channel] = 20 }
                }
            }
        }
        #expect(page.seemsToHoldWriting)
        #expect(!TestPicture.scene(width: 512, height: 384).seemsToHoldWriting)
        #expect(!TestPicture.scene(width: 5, height: 5).seemsToHoldWriting)
    }
}
