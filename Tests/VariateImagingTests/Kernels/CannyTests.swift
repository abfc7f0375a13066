import Testing

@testable import VariateImaging

@Suite struct CannyTests {
    @Test(arguments: EdgeFixtures.sizes, GradientNorm.allCases)
    func equalsTheOracle(size: Size, norm: GradientNorm) {
        for levels in [2, 3, 256] {
            let plane = EdgeFixtures.random(size, seed: 8, levels: levels)
            for (low, high) in [(50, 150), (0, 300), (400, 401), (-1, 0)] {
                let expected = oracle(plane, low, high, norm)
                #expect(plane.cannyEdges(low: Double(low), high: Double(high), norm: norm) == expected)
            }
        }
    }

    /// Soft edges in all directions, with long chains between the two bounds.
    @Test(arguments: GradientNorm.allCases)
    func equalsTheOracleOnSoftEdges(norm: GradientNorm) {
        for seed in 0..<6 as Range<UInt64> {
            let plane = EdgeFixtures.smoothNoise(Size(width: 53, height: 41), seed: seed, sigma: 2)
            #expect(plane.cannyEdges(low: 30, high: 260, norm: norm) == oracle(plane, 30, 260, norm))
        }
    }

    /// opencv-python 5.0.0.93: `cv2.Canny(luma, 320, 560)` of the pattern.
    @Test func knownAnswerWithSumsOfMagnitudes() {
        let edges = EdgeFixtures.patternLuma.cannyEdges(low: 320, high: 560)
        #expect(
            EdgeFixtures.drawn(edges) == [
                ".......................",
                ".......................",
                "......................#",
                "....................##.",
                "..................##...",
                "...............###.....",
                "...........#.##........",
                ".......####.#..........",
                "...####............##..",
                "###..................##",
                "..................###..",
                "####.......######......",
                "...#.............#####.",
                "##..........####.......",
                ".#.######..#....#......",
                "..#...............#####",
                "########...............",
            ])
    }

    /// opencv-python 5.0.0.93: `cv2.Canny(luma, 320, 560, L2gradient=True)` of the pattern.
    @Test func knownAnswerWithRootsOfSquares() {
        let edges = EdgeFixtures.patternLuma.cannyEdges(low: 320, high: 560, norm: .l2)
        #expect(
            EdgeFixtures.drawn(edges) == [
                ".......................",
                ".......................",
                "......................#",
                "...................###.",
                "...................#...",
                "................###....",
                "...........#.###.......",
                ".......####.#...##.....",
                "...####................",
                "###....................",
                ".......................",
                ".......................",
                ".......................",
                "............####.......",
                "...........#...........",
                ".......................",
                ".......................",
            ])
    }

    /// The tests along rows and along columns are mirror images, and no ratio of two derivatives lies between the
    /// fixed-point tan 22.5° and the inverse of tan 67.5°: transposing commutes with both norms.
    @Test(arguments: GradientNorm.allCases)
    func transposingCommutes(norm: GradientNorm) {
        for levels in [2, 5, 256] {
            let plane = EdgeFixtures.random(Size(width: 37, height: 24), seed: 9, levels: levels)
            #expect(
                plane.transposed.cannyEdges(low: 90, high: 400, norm: norm)
                    == plane.cannyEdges(low: 90, high: 400, norm: norm).transposed)
        }
    }

    /// Of the two equal magnitudes on either side of a step, the left one is the edge, so that mirroring moves it.
    @Test func tiesGoLeft() {
        let step = EdgeFixtures.plane(6, 3) { x, _ in x < 3 ? 0 : 200 }
        #expect(EdgeFixtures.drawn(step.cannyEdges(low: 50, high: 150)) == ["..#...", "..#...", "..#..."])
    }

    @Test func boundsMayComeInEitherOrder() {
        let plane = EdgeFixtures.patternLuma
        #expect(plane.cannyEdges(low: 560, high: 320) == plane.cannyEdges(low: 320, high: 560))
    }

    @Test func boundsMustBeExceeded() {
        // A vertical step of one level: every magnitude next to it is exactly 4.
        let step = EdgeFixtures.plane(6, 3) { x, _ in x < 3 ? 7 : 8 }
        #expect(step.cannyEdges(low: 0, high: 3.999).samples.contains(255))
        #expect(!step.cannyEdges(low: 0, high: 4).samples.contains(255))
        #expect(step.cannyEdges(low: 0, high: 3.999, norm: .l2).samples.contains(255))
        #expect(!step.cannyEdges(low: 0, high: 4, norm: .l2).samples.contains(255))
    }

    /// Candidates must exceed the lower bound too: a step that fades from 8 levels, through 6, to 4, joined to its end.
    @Test func candidatesMustExceedTheLowerBound() {
        let fading = EdgeFixtures.plane(6, 9) { x, y in x < 3 ? 0 : 8 - 2 * (y / 3) }
        func rows(above low: Double) -> [Int] {
            let edges = fading.cannyEdges(low: low, high: 31)
            return (0..<9).filter { y in (0..<6).contains { edges.at($0, y) == 255 } }
        }
        // Magnitudes are 32, 24 and 16, except where two thirds meet: rows 3 and 6 still feel the row above.
        #expect(rows(above: 15) == Array(0..<9))
        #expect(rows(above: 16) == Array(0..<7))
        #expect(rows(above: 24) == Array(0..<4))
    }

    /// The gradient of the middle pixel, (239, 99), lies between tan 22.5° in 15 bits and the next number of 15 bits.
    /// opencv-python 5.0.0.93: `cv2.Canny(plane, 337, 337)`.
    @Test func theAngleIsComparedInFixedPoint() {
        let plane = Plane<UInt8>(
            size: Size(width: 5, height: 5),
            samples: [
                129, 143, 175, 88, 143, 183, 128, 146, 133, 107, 76, 77, 146, 159, 68, 169, 155, 136, 225, 41, 42, 202,
                11, 222, 54,
            ])
        #expect(
            EdgeFixtures.drawn(plane.cannyEdges(low: 337, high: 337)) == [".....", ".....", "..#.#", "....#", "#...#"])
    }

    @Test func absurdBoundsFindNothing() {
        for bound in [2041, 1e12, Double.infinity] {
            #expect(!EdgeFixtures.patternRed.cannyEdges(low: bound, high: bound).samples.contains(255))
        }
    }

    @Test(arguments: EdgeFixtures.sizes)
    func flatPlanesHaveNoEdges(size: Size) {
        #expect(!Plane<UInt8>(size: size, repeating: 90).cannyEdges(low: 0, high: 0).samples.contains(255))
    }
}

/// Canny by its definition: whole planes, one step after the other, and hysteresis by sweeps until nothing changes.
private func oracle(_ plane: Plane<UInt8>, _ low: Int, _ high: Int, _ norm: GradientNorm) -> Plane<UInt8> {
    let (width, height) = (plane.width, plane.height)
    func slopes(_ x: Int, _ y: Int) -> (Int, Int) {
        func level(_ i: Int, _ j: Int) -> Int { Int(plane.clampedAt(x + i, y + j)) }
        let horizontal =
            level(1, -1) + 2 * level(1, 0) + level(1, 1) - level(-1, -1) - 2 * level(-1, 0) - level(-1, 1)
        let vertical =
            level(-1, 1) + 2 * level(0, 1) + level(1, 1) - level(-1, -1) - 2 * level(0, -1) - level(1, -1)
        return (horizontal, vertical)
    }
    func magnitude(_ x: Int, _ y: Int) -> Int {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return 0 }
        let (h, v) = slopes(x, y)
        return norm == .l1 ? abs(h) + abs(v) : h * h + v * v
    }
    func bound(_ value: Int) -> Int { norm == .l2 && value > 0 ? value * value : value }
    func isMaximum(_ x: Int, _ y: Int) -> Bool {
        let m = magnitude(x, y)
        let (h, v) = slopes(x, y)
        let slope = abs(Double(v) / Double(h))
        if slope < 13573.0 / 32768 { return m > magnitude(x - 1, y) && m >= magnitude(x + 1, y) }
        if slope > 2 + 13573.0 / 32768 { return m > magnitude(x, y - 1) && m >= magnitude(x, y + 1) }
        let side = (h < 0) == (v < 0) ? 1 : -1
        return m > magnitude(x - side, y - 1) && m > magnitude(x + side, y + 1)
    }

    var edges = Plane<UInt8>(size: plane.size, repeating: 0)
    var candidates: [(Int, Int)] = []
    for y in 0..<height {
        for x in 0..<width where magnitude(x, y) > bound(low) && isMaximum(x, y) {
            if magnitude(x, y) > bound(high) {
                edges.samples[y * width + x] = 255
            } else {
                candidates.append((x, y))
            }
        }
    }
    var changed = true
    while changed {
        changed = false
        for (x, y) in candidates where edges.at(x, y) == 0 {
            let touches = (max(y - 1, 0)...min(y + 1, height - 1)).contains { j in
                (max(x - 1, 0)...min(x + 1, width - 1)).contains { edges.at($0, j) == 255 }
            }
            if touches {
                edges.samples[y * width + x] = 255
                changed = true
            }
        }
    }
    return edges
}
