import Testing

@testable import VariateImaging

@Suite struct NoiseTests {
    static func oracle(_ luma: Plane<UInt8>) -> Double {
        let (width, height) = (luma.width, luma.height)
        guard width > 2, height > 2 else { return 0 }
        func at(_ x: Int, _ y: Int) -> Double { Double(luma.samples[y * width + x]) }
        let (blockWidth, blockHeight) = (min(12, width - 2), min(12, height - 2))
        var blocks: [(deviation: Double, luma: Double)] = []
        for blockY in 0..<(height - 2) / blockHeight {
            for blockX in 0..<(width - 2) / blockWidth {
                var (response, total) = (0.0, 0.0)
                for y in 1 + blockY * blockHeight..<1 + (blockY + 1) * blockHeight {
                    for x in 1 + blockX * blockWidth..<1 + (blockX + 1) * blockWidth {
                        let corners = at(x - 1, y - 1) + at(x + 1, y - 1) + at(x - 1, y + 1) + at(x + 1, y + 1)
                        let sides = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)
                        response += abs(corners - 2 * sides + 4 * at(x, y))
                        total += at(x, y)
                    }
                }
                let pixels = Double(blockWidth * blockHeight)
                blocks.append((response / pixels * (Double.pi / 2).squareRoot() / 6, total / pixels))
            }
        }
        let trusted = blocks.filter { $0.luma >= 16 && $0.luma <= 239 }
        let chosen = trusted.count > 20 ? trusted : blocks
        return DefectFixtures.percentile(chosen.map(\.deviation), 20)
    }

    @Test(arguments: DefectFixtures.sizes)
    func equalsItsDefinition(_ size: Size) {
        let luma = DefectFixtures.picture(size).luma()
        #expect(abs(Noise.quietDeviation(luma) - Self.oracle(luma)) < 1e-4)
    }

    /// A pixel is struck where it is far from the median of its neighbours in any channel.
    @Test(arguments: DefectFixtures.sizes)
    func impulsesEqualTheirDefinition(_ size: Size) {
        let picture = DefectFixtures.picture(size, amplitude: 200)
        var struck = 0
        for i in 0..<size.pixelCount {
            let (x, y) = (i % size.width, i / size.width)
            let isStruck = (0..<3).contains { channel in
                var levels: [Int] = []
                for dy in -1...1 {
                    for dx in -1...1 {
                        let row = max(0, min(size.height - 1, y + dy))
                        let column = max(0, min(size.width - 1, x + dx))
                        levels.append(Int(picture.samples[4 * (row * size.width + column) + channel]))
                    }
                }
                return abs(levels.sorted()[4] - Int(picture.samples[4 * i + channel])) > 70
            }
            if isStruck { struck += 1 }
        }
        #expect(Noise(WorkingPicture(picture)).impulseShare == Double(struck) / Double(size.pixelCount))
    }

    /// Triangular noise of ±20 levels has a deviation of 20 / √6 = 8.2.
    @Test func estimatesTheDeviationOfAddedNoise() {
        let picture = DefectFixtures.gray(Size(width: 240, height: 180)) { x, y in
            let i = y * 240 + x
            return 60 + x / 3 + DefectFixtures.hash(i, seed: 8) % 21 - DefectFixtures.hash(i, seed: 9) % 21
        }
        let noise = Noise(WorkingPicture(picture))
        #expect(abs(noise.quietDeviation - 8.2) < 1)
        #expect(noise.impulseShare == 0)
    }

    @Test(arguments: DefectFixtures.sizes)
    func whitenessEqualsItsDefinition(_ size: Size) {
        let luma = DefectFixtures.picture(size).luma()
        func step(_ lag: Int) -> Double {
            var (along, down) = (0, 0)
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let here = Int(luma.samples[y * size.width + x])
                    if x + lag < size.width { along += abs(here - Int(luma.samples[y * size.width + x + lag])) }
                    if y + lag < size.height { down += abs(here - Int(luma.samples[(y + lag) * size.width + x])) }
                }
            }
            return Double(along) / Double((size.width - lag) * size.height)
                + Double(down) / Double(size.width * (size.height - lag))
        }
        let expected = size.width > 2 && size.height > 2 ? step(1) / (step(2) + 0.01) : 0
        #expect(abs(Noise.whiteness(luma) - expected) < 1e-12)
    }

    @Test func noiseHasNoMemoryAndDrawingsHave() {
        let size = Size(width: 200, height: 160)
        let noise = DefectFixtures.gray(size) { x, y in 60 + DefectFixtures.hash(y * 200 + x, seed: 5) % 120 }
        #expect(abs(Noise(WorkingPicture(noise)).whiteness - 1) < 0.03)
        let strokes = DefectFixtures.gray(size) { x, y in (x + y) / 3 % 2 == 0 ? 30 : 220 }
        #expect(Noise(WorkingPicture(strokes)).whiteness < 0.6)
        let comb = DefectFixtures.gray(size) { _, y in y % 2 == 0 ? 60 : 180 }
        #expect(Noise(WorkingPicture(comb)).whiteness > 100)
    }

    @Test func seesBlotchesOfColourAndNotOfLight() {
        let size = Size(width: 240, height: 200)
        var blotched = Image(size: size, red: 120, green: 120, blue: 120)
        var grey = blotched
        for i in 0..<size.pixelCount {
            let cell = i / 240 / 4 * 60 + i % 240 / 4
            for channel in 0..<3 {
                blotched.samples[4 * i + channel] = UInt8(90 + DefectFixtures.hash(cell, seed: channel) % 60)
                grey.samples[4 * i + channel] = UInt8(90 + DefectFixtures.hash(cell, seed: 9) % 60)
            }
        }
        #expect(ChromaNoise(WorkingPicture(blotched)).deviation > 6)
        #expect(ChromaNoise(WorkingPicture(grey)).deviation < 0.1)
        let point = Image(size: Size(width: 1, height: 1), red: 9, green: 80, blue: 3)
        #expect(ChromaNoise(WorkingPicture(point)).deviation == 0)
    }

    @Test func countsSpecks() {
        let picture = DefectFixtures.gray(Size(width: 100, height: 80)) { x, y in
            x % 10 == 5 && y % 8 == 3 ? 255 : 120 + x / 4
        }
        #expect(Noise(WorkingPicture(picture)).impulseShare == 100.0 / 8000)
    }

    @Test func hidesNoNoiseBehindClipping() {
        let size = Size(width: 120, height: 120)
        let picture = DefectFixtures.gray(size) { x, y in
            x < 60 ? 0 : 120 + DefectFixtures.hash(y * 120 + x, seed: 3) % 81 - 40
        }
        #expect(Noise(WorkingPicture(picture)).quietDeviation > 15)
    }
}
