import Testing

@testable import VariateImaging

@Suite struct SizeTests {
    @Test func fitsTheLongestSideAndKeepsTheShape() {
        let size = Size(width: 2000, height: 700)
        #expect(size.fitted(toLongestSide: 1024) == Size(width: 1024, height: 358))
        #expect(size.fitted(toLongestSide: 2000) == size)
        #expect(size.fitted(toLongestSide: 5000) == size)
        #expect(Size(width: 700, height: 2000).fitted(toLongestSide: 1024) == Size(width: 358, height: 1024))
    }

    @Test func roundsHalvesToEven() {
        #expect(Size(width: 100, height: 25).fitted(toLongestSide: 50) == Size(width: 50, height: 12))
        #expect(Size(width: 100, height: 27).fitted(toLongestSide: 50) == Size(width: 50, height: 14))
    }

    @Test func keepsAPixelAtLeast() {
        #expect(Size(width: 3000, height: 1).fitted(toLongestSide: 10) == Size(width: 10, height: 1))
        #expect(Size(width: 3000, height: 2).fitted(toLongestSide: 0) == Size(width: 1, height: 1))
    }

    @Test func aLeastSideStopsReducingButEnlargesNothing() {
        let line = Size(width: 3000, height: 20)
        #expect(line.fitted(toLongestSide: 300, leastSide: 8) == Size(width: 300, height: 8))
        #expect(Size(width: 3000, height: 5).fitted(toLongestSide: 300, leastSide: 8) == Size(width: 300, height: 5))
    }
}
