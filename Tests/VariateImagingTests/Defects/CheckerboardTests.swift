import Testing

@testable import VariateImaging

@Suite struct CheckerboardTests {
    @Test(arguments: [5, 8, 16, 31])
    func findsSquaresOfAnySize(_ side: Int) {
        let picture = DefectFixtures.gray(Size(width: 160, height: 120)) { x, y in
            (x / side + y / side) % 2 == 0 ? 204 : 255
        }
        #expect(Checkerboard(WorkingPicture(picture)).strength > 0.95)
    }

    @Test func needsNeutralGreysThatAlternate() {
        let size = Size(width: 160, height: 120)
        let stripes = DefectFixtures.gray(size) { x, _ in x / 8 % 2 == 0 ? 204 : 255 }
        #expect(Checkerboard(WorkingPicture(stripes)).strength == 0)
        var coloured = DefectFixtures.gray(size) { x, y in (x / 8 + y / 8) % 2 == 0 ? 204 : 255 }
        for i in stride(from: 0, to: coloured.samples.count, by: 4) { coloured.samples[i] -= 60 }
        #expect(Checkerboard(WorkingPicture(coloured)).strength == 0)
        #expect(Checkerboard(WorkingPicture(DefectFixtures.picture(size))).strength < 0.2)
    }

    /// The definition, with products of +1 and −1.
    static func oracle(_ picture: Image) -> Double {
        let size = picture.size
        func channel(_ i: Int, _ channel: Int) -> Int { Int(picture.samples[4 * i + channel]) }
        var histogram = [Int](repeating: 0, count: 256)
        let neutral = (0..<size.pixelCount).map { i -> Int? in
            let levels = (0..<3).map { channel(i, $0) }
            return levels.max()! - levels.min()! < 14 ? levels[1] : nil
        }
        for case let level? in neutral { histogram[level] += 1 }
        var smooth = (0..<256).map { level in histogram[max(0, level - 3)...min(255, level + 3)].reduce(0, +) }
        let first = smooth.indices.max { smooth[$0] < smooth[$1] }!
        guard Double(smooth[first]) >= 0.04 * Double(size.pixelCount) else { return 0 }
        for level in max(0, first - 14)...min(255, first + 14) { smooth[level] = 0 }
        let second = smooth.indices.max { smooth[$0] < smooth[$1] }!
        guard Double(smooth[second]) >= 0.04 * Double(size.pixelCount) else { return 0 }
        let signs = neutral.map { level -> Int in
            guard let level else { return 0 }
            return abs(level - second) <= 7 ? -1 : abs(level - first) <= 7 ? 1 : 0
        }
        func mean(_ dx: Int, _ dy: Int, _ side: Int) -> Double {
            var (sum, count) = (0, 1)
            for y in stride(from: 0, to: size.height - side, by: 3) {
                for x in 0..<size.width - dx {
                    let product = signs[y * size.width + x] * signs[(y + dy) * size.width + x + dx]
                    sum += product
                    count += abs(product)
                }
            }
            return Double(sum) / Double(count)
        }
        let sides = (Array(4...32) + [36, 40, 48]).filter { 3 * $0 < size.shortestSide }
        let best = sides.map { min(-mean($0, 0, $0), -mean(0, $0, $0), mean($0, $0, $0)) }.max() ?? 0
        return max(0, best) * min(1, Double(signs.count { $0 != 0 }) / Double(size.pixelCount) / 0.15)
    }

    @Test(arguments: [Size(width: 1, height: 1), Size(width: 8, height: 3), Size(width: 61, height: 47)])
    func equalsItsDefinition(_ size: Size) {
        for (side, noise) in [(4, 3), (5, 20), (8, 9), (16, 60), (30, 30)] {
            let board = DefectFixtures.gray(size) { x, y in
                ((x / side + y / side) % 2 == 0 ? 150 : 200) + DefectFixtures.hash(y * 99 + x, seed: side) % noise
            }
            #expect(Checkerboard(WorkingPicture(board)).strength == Self.oracle(board))
        }
        let colours = DefectFixtures.picture(size, amplitude: 20)
        #expect(Checkerboard(WorkingPicture(colours)).strength == Self.oracle(colours))
    }
}
