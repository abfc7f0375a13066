import Testing

@testable import VariateImaging

@Suite struct ConnectedComponentsTests {
    @Test(arguments: EdgeFixtures.sizes, Connectivity.allCases)
    func equalsFloodFill(size: Size, connectivity: Connectivity) {
        for levels in [2, 3] {
            let mask = EdgeFixtures.random(size, seed: 10, levels: levels)
            let found = ConnectedComponents(of: mask, connectivity: connectivity)
            let labels = floodFill(mask, connectivity)
            #expect(found.labels() == labels)
            let count = Int(labels.samples.max() ?? 0)
            #expect(found.components == (0..<count).map { statistics(of: Int32($0 + 1), labels) })
            #expect(found.background == statistics(of: 0, labels))
        }
    }

    /// opencv-python 5.0.0.93: `cv2.connectedComponentsWithStats(mask, connectivity=…)`, where `mask` is the first eight
    /// rows of the pattern's luma above 150; components in the order of their first pixel.
    @Test func knownAnswers() {
        let mask = EdgeFixtures.mask([
            "............#....####.#",
            "..........#..##########",
            "...........#...########",
            ".......#....##..##.##..",
            "..........#..######....",
            "......#.#.#######......",
            "...#..########.........",
            "..#..#####.............",
        ])
        let eight = ConnectedComponents(of: mask)
        let background = ComponentStatistics(
            left: 0, top: 0, width: 23, height: 8, area: 120, centroidX: 9.533333333333333,
            centroidY: 3.5416666666666665)
        #expect(eight.background == background)
        #expect(
            eight.components == [
                ComponentStatistics(
                    left: 5, top: 0, width: 18, height: 8, area: 61, centroidX: 14.229508196721312,
                    centroidY: 3.3278688524590163),
                ComponentStatistics(left: 7, top: 3, width: 1, height: 1, area: 1, centroidX: 7, centroidY: 3),
                ComponentStatistics(left: 2, top: 6, width: 2, height: 2, area: 2, centroidX: 2.5, centroidY: 6.5),
            ])
        let four = ConnectedComponents(of: mask, connectivity: .four)
        #expect(four.components.map(\.area) == [1, 58, 1, 1, 1, 1, 1])
        #expect(four.components[1].centroidX == 14.39655172413793)
        #expect(four.components[1].centroidY == 3.4482758620689653)
        #expect(four.background == background)
    }

    @Test(arguments: Connectivity.allCases)
    func areasAddUpToThePicture(connectivity: Connectivity) {
        for levels in 2...6 {
            let mask = EdgeFixtures.random(Size(width: 77, height: 45), seed: UInt64(levels), levels: levels)
            let found = ConnectedComponents(of: mask, connectivity: connectivity)
            let areas = found.components.map(\.area).reduce(0, +)
            #expect(areas + (found.background?.area ?? 0) == mask.size.pixelCount)
            #expect(areas == mask.samples.count { $0 != 0 })
        }
    }

    @Test func diagonalsJoinOnlyWithEight() {
        let board = EdgeFixtures.mask(["#.#.#", ".#.#.", "#.#.#"])
        #expect(ConnectedComponents(of: board).components.map(\.area) == [8])
        #expect(ConnectedComponents(of: board, connectivity: .four).components.count == 8)
    }

    /// Teeth that meet only in the last row join many trees at once.
    @Test func combsAreOneComponent() {
        let comb = EdgeFixtures.mask(["#.#.#.#.#", "#.#.#.#.#", "#########"])
        #expect(ConnectedComponents(of: comb, connectivity: .four).components.map(\.area) == [19])
    }

    @Test func fullAndEmptyMasks() {
        let size = Size(width: 5, height: 3)
        let full = ConnectedComponents(of: Plane(size: size, repeating: 1))
        #expect(full.background == nil)
        #expect(full.components.map(\.area) == [15])
        let empty = ConnectedComponents(of: Plane(size: size, repeating: 0))
        #expect(empty.components.isEmpty)
        #expect(empty.background?.area == 15)
        #expect(empty.background?.centroidX == 2)
        #expect(empty.labels() == Plane(size: size, repeating: 0))
    }
}

private func floodFill(_ mask: Plane<UInt8>, _ connectivity: Connectivity) -> Plane<Int32> {
    var labels = Plane<Int32>(size: mask.size, repeating: 0)
    var next: Int32 = 0
    for y in 0..<mask.height {
        for x in 0..<mask.width where mask.at(x, y) != 0 && labels.at(x, y) == 0 {
            next += 1
            var pending = [(x, y)]
            while let (i, j) = pending.popLast() {
                guard (0..<mask.width).contains(i), (0..<mask.height).contains(j) else { continue }
                if mask.at(i, j) == 0 || labels.at(i, j) != 0 { continue }
                labels.samples[j * mask.width + i] = next
                for v in -1...1 {
                    for u in -1...1 where connectivity == .eight || u == 0 || v == 0 { pending.append((i + u, j + v)) }
                }
            }
        }
    }
    return labels
}

private func statistics(of label: Int32, _ labels: Plane<Int32>) -> ComponentStatistics? {
    let pixels = labels.samples.indices.filter { labels.samples[$0] == label }
    let columns = pixels.map { $0 % labels.width }
    let rows = pixels.map { $0 / labels.width }
    guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max() else {
        return nil
    }
    return ComponentStatistics(
        left: left, top: top, width: right - left + 1, height: bottom - top + 1, area: pixels.count,
        centroidX: Double(columns.reduce(0, +)) / Double(pixels.count),
        centroidY: Double(rows.reduce(0, +)) / Double(pixels.count))
}
