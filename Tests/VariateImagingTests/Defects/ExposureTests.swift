import Testing

@testable import VariateImaging

@Suite struct ExposureTests {
    @Test(arguments: DefectFixtures.sizes)
    func equalsItsDefinition(_ size: Size) {
        let picture = DefectFixtures.picture(size, amplitude: 200)
        let exposure = Exposure(WorkingPicture(picture))
        let luma = picture.luma().samples.map { Double($0) }
        #expect(abs(exposure.darkest - DefectFixtures.percentile(luma, 1)) < 1e-9)
        #expect(abs(exposure.bright - DefectFixtures.percentile(luma, 95)) < 1e-9)
        #expect(abs(exposure.brightest - DefectFixtures.percentile(luma, 99)) < 1e-9)
        #expect(exposure.range == exposure.brightest - exposure.darkest)
        #expect(abs(exposure.shadows - DefectFixtures.percentile(luma, 10)) < 1e-9)
        #expect(exposure.blackShare == Double(luma.count { $0 <= 16 }) / Double(luma.count))
        let peaks = (0..<3).map { channel in
            DefectFixtures.percentile((0..<size.pixelCount).map { Double(picture.samples[4 * $0 + channel]) }, 99)
        }
        #expect(abs(exposure.weakestChannel - (peaks.min() ?? 0)) < 1e-9)
        var (clipped, bent) = (0, 0)
        for i in 0..<size.pixelCount {
            let colour = picture.samples[4 * i..<4 * i + 3]
            guard let highest = colour.max(), let lowest = colour.min(), highest >= 250 else { continue }
            clipped += 1
            if lowest < 236 { bent += 1 }
        }
        #expect(exposure.clippedShare == Double(clipped) / Double(size.pixelCount))
        #expect(exposure.bentShare == Double(bent) / Double(size.pixelCount))
    }

    @Test func aWhitePictureIsClippedButNotBent() {
        let white = Exposure(WorkingPicture(Image(size: Size(width: 9, height: 4), red: 255, green: 255, blue: 255)))
        #expect(white.clippedShare == 1 && white.bentShare == 0 && white.range == 0)
    }
}

@Suite struct TonalRichnessTests {
    @Test func countsTheTonesInUse() {
        let ramp = DefectFixtures.gray(Size(width: 256, height: 4)) { x, _ in x }
        #expect(TonalRichness(WorkingPicture(ramp)).occupiedBins == 64)
        let posterised = DefectFixtures.gray(Size(width: 256, height: 4)) { x, _ in x / 64 * 64 }
        #expect(TonalRichness(WorkingPicture(posterised)).occupiedBins == 4)
        var red = posterised
        for i in stride(from: 0, to: red.samples.count, by: 4) { red.samples[i] = 200 }
        #expect(TonalRichness(WorkingPicture(red)).occupiedBins == 3)
    }

    @Test func gapsLieBetweenTonesAndNotBesideThem() {
        let size = Size(width: 256, height: 4)
        #expect(TonalRichness(WorkingPicture(DefectFixtures.gray(size) { x, _ in x })).emptyBins == 0)
        #expect(TonalRichness(WorkingPicture(DefectFixtures.gray(size) { x, _ in x / 64 * 64 })).emptyBins == 45)
        let drawing = DefectFixtures.gray(size) { x, _ in 255 - x / 16 }
        #expect(TonalRichness(WorkingPicture(drawing)).occupiedBins == 4)
        #expect(TonalRichness(WorkingPicture(drawing)).emptyBins == 0)
    }
}

@Suite struct TextureTests {
    @Test(arguments: DefectFixtures.sizes)
    func equalsItsDefinition(_ size: Size) {
        let picture = DefectFixtures.picture(size, amplitude: 12)
        let luma = picture.luma().samples
        var count = 0
        for y in 0..<size.height {
            for x in 0..<size.width {
                var (sum, squares) = (0, 0)
                for dy in -4...4 {
                    for dx in -4...4 {
                        let row = DefectFixtures.mirror(y + dy, size.height)
                        let level = Int(luma[row * size.width + DefectFixtures.mirror(x + dx, size.width)])
                        sum += level
                        squares += level * level
                    }
                }
                if 81 * squares - sum * sum > 16 * 81 * 81 { count += 1 }
            }
        }
        #expect(Texture(WorkingPicture(picture)).texturedShare == Double(count) / Double(size.pixelCount))
    }
}
