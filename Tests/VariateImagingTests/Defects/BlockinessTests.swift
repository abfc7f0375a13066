import Testing

@testable import VariateImaging

@Suite struct BlockinessTests {
    @Test(arguments: DefectFixtures.sizes)
    func stepsEqualTheirDefinition(_ size: Size) {
        let luma = DefectFixtures.picture(size).luma()
        let steps = Blockiness.meanSteps(luma)
        func at(_ x: Int, _ y: Int) -> Double { Double(luma.samples[y * size.width + x]) }
        #expect(steps.columns.count == size.width - 1 && steps.rows.count == size.height - 1)
        for x in 0..<size.width - 1 {
            let mean = (0..<size.height).reduce(0) { $0 + abs(at(x + 1, $1) - at(x, $1)) } / Double(size.height)
            #expect(abs(Double(steps.columns[x]) - mean) < 1e-4)
        }
        for y in 0..<size.height - 1 {
            let mean = (0..<size.width).reduce(0) { $0 + abs(at($1, y + 1) - at($1, y)) } / Double(size.width)
            #expect(abs(Double(steps.rows[y]) - mean) < 1e-4)
        }
    }

    @Test func findsTheGridOfEightPixels() {
        let blocks = DefectFixtures.gray(Size(width: 128, height: 96)) { x, y in
            60 + DefectFixtures.hash(y / 8 * 16 + x / 8, seed: 2) % 120 + DefectFixtures.hash(y * 128 + x, seed: 4) % 5
        }
        #expect(Blockiness(WorkingPicture(blocks)).grid > 10)
        let natural = DefectFixtures.picture(Size(width: 128, height: 96), amplitude: 30)
        #expect(Blockiness(WorkingPicture(natural)).grid < 1.4)
    }

    @Test func findsStairs() {
        let enlarged = DefectFixtures.gray(Size(width: 140, height: 112)) { x, y in
            DefectFixtures.hash(y / 14 * 10 + x / 14, seed: 6) % 200
        }
        #expect(Blockiness(WorkingPicture(enlarged)).stairs > 6)
        let halfPlain = DefectFixtures.gray(Size(width: 140, height: 112)) { x, y in
            x < 50 || y < 40 ? 240 : DefectFixtures.hash(y * 140 + x, seed: 6) % 200
        }
        #expect(Blockiness(WorkingPicture(halfPlain)).stairs < 1.5)
    }

    @Test func aSinglePixelHasNone() {
        let measure = Blockiness(WorkingPicture(Image(size: Size(width: 1, height: 1), red: 1, green: 2, blue: 3)))
        #expect(measure.grid == 1)
        #expect(measure.stairs == 1)
    }
}
