import Testing

@testable import VariateImaging

@Suite struct BorderTests {
    @Test func mirrorsWithoutRepeatingTheEnd() {
        #expect((-5...9).map { reflected($0, in: 4) } == [1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2, 3])
    }

    @Test func onePixelStandsForAll() {
        #expect((-3...3).allSatisfy { reflected($0, in: 1) == 0 })
    }

    @Test func twoPixelsAlternate() {
        #expect((-3...4).map { reflected($0, in: 2) } == [1, 0, 1, 0, 1, 0, 1, 0])
    }

    @Test func aBorderIsMirroredOrRepeated() {
        #expect((-2...5).map { Border.mirrored.index($0, in: 4) } == [2, 1, 0, 1, 2, 3, 2, 1])
        #expect((-2...5).map { Border.repeated.index($0, in: 4) } == [0, 0, 0, 1, 2, 3, 3, 3])
    }
}
