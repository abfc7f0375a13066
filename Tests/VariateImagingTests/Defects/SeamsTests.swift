import Testing

@testable import VariateImaging

@Suite struct SeamsTests {
    /// The definition, on one axis.
    static func oracle(_ luma: Plane<UInt8>) -> (share: Double, run: Double) {
        let (width, height) = (luma.width, luma.height)
        guard height > 5 else { return (0, 0) }
        func step(_ x: Int, _ y: Int) -> Double {
            abs(Double(luma.samples[y * width + x]) - Double(luma.samples[(y - 1) * width + x]))
        }
        var (widest, longest) = (0, 0)
        for y in 3..<height - 2 {
            var (count, run) = (0, 0)
            for x in 0..<width {
                let (up, here, down) = (step(x, y - 1), step(x, y), step(x, y + 1))
                if here > 10 && here > 2 * up + 3 && here > 2 * down + 3 { count += 1 }
                run = here > 14 && here > 2.5 * up + 4 && here > 2.5 * down + 4 ? run + 1 : 0
                longest = max(longest, run)
            }
            widest = max(widest, count)
        }
        return (Double(widest) / Double(width), Double(longest) / Double(width))
    }

    @Test(arguments: DefectFixtures.sizes, [10, 30, 80])
    func equalsItsDefinition(_ size: Size, _ amplitude: Int) {
        let picture = DefectFixtures.picture(size, amplitude: amplitude)
        let rows = Self.oracle(picture.luma())
        let columns = Self.oracle(DefectFixtures.transposed(picture.luma()))
        let seams = Seams(WorkingPicture(picture))
        #expect(seams.widestShare == max(rows.share, columns.share))
        #expect(seams.longestRun == max(rows.run, columns.run))
    }

    @Test func findsACutAndNotAHill() {
        let size = Size(width: 90, height: 70)
        let cut = DefectFixtures.gray(size) { x, y in 80 + (y > 33 && x > 30 ? 60 : 0) }
        #expect(Seams(WorkingPicture(cut)).widestShare == 59.0 / 90)
        #expect(Seams(WorkingPicture(cut)).longestRun == 59.0 / 90)
        let hill = DefectFixtures.gray(size) { _, y in 20 + 3 * y }
        #expect(Seams(WorkingPicture(hill)).widestShare == 0)
    }
}

@Suite struct FlatBarsTests {
    @Test func measuresBarsOnEverySide() {
        let size = Size(width: 100, height: 80)
        func extent(_ isBar: @escaping (Int, Int) -> Bool) -> Double {
            let picture = DefectFixtures.gray(size) { x, y in
                isBar(x, y) ? 16 : 120 + DefectFixtures.hash(y * 100 + x, seed: 1) % 60
            }
            return FlatBars(WorkingPicture(picture)).extent
        }
        #expect(extent { _, y in y < 8 } == 0.1)
        #expect(extent { _, y in y >= 60 } == 0.25)
        #expect(abs(extent { x, _ in x < 20 || x >= 90 } - 0.3) < 1e-12)
        #expect(extent { _, _ in false } == 0)
        #expect(extent { _, _ in true } == 0)
        #expect(extent { _, y in y < 2 } == 0)
    }

    @Test func aSkyThatFadesIsNoBar() {
        let fading = DefectFixtures.gray(Size(width: 100, height: 80)) { x, y in
            y < 30 ? 200 - y : 170 + (x * y % 7) - (y - 30) / 2
        }
        #expect(FlatBars(WorkingPicture(fading)).extent == 0)
    }
}

@Suite struct TilingTests {
    @Test(arguments: [2, 3, 4])
    func findsRepeatedTiles(_ count: Int) {
        let size = Size(width: 240, height: 180)
        let (tileWidth, tileHeight) = (size.width / count, size.height / count)
        let tiled = DefectFixtures.gray(size) { x, y in
            DefectFixtures.hash((y % tileHeight) / 9 * 40 + (x % tileWidth) / 9, seed: 3) % 200
        }
        #expect(Tiling(WorkingPicture(tiled)).selfCorrelation > 0.95)
    }

    @Test func isLowForOtherPictures() {
        let picture = DefectFixtures.gray(Size(width: 240, height: 180)) { x, y in
            DefectFixtures.hash(y / 20 * 40 + x / 20, seed: 3) % 200
        }
        #expect(Tiling(WorkingPicture(picture)).selfCorrelation < 0.4)
        let flat = Image(size: Size(width: 5, height: 9), red: 7, green: 8, blue: 9)
        #expect(Tiling(WorkingPicture(flat)).selfCorrelation == 0)
    }
}
