import Testing

@testable import VariateBenchmarks

@Suite struct DiscriminationTests {
    @Test func separatedValues() throws {
        let found = try #require(Discrimination(caught: [5, 6, 7], passing: [1, 2, 3]))
        #expect(found.area == 1)
        #expect(found.points.map(\.falsePositives) == [0.005, 0.01, 0.02, 0.05])
        #expect(found.points.allSatisfy { $0.recall == 1 })
        #expect(try #require(Discrimination(caught: [1], passing: [2, 3])).area == 0)
    }

    @Test func equalValuesAreChance() throws {
        let found = try #require(Discrimination(caught: [1, 1, 1], passing: [1, 1]))
        #expect(found.area == 0.5)
        #expect(found.points.allSatisfy { $0.recall == 0 })
    }

    @Test func oneSideIsNotEnough() {
        #expect(Discrimination(caught: [], passing: [1]) == nil)
        #expect(Discrimination(caught: [1], passing: []) == nil)
    }

    /// Against every pair, counted one by one, and every threshold, tried one by one.
    @Test func agreesWithCounting() throws {
        var generator = SplitMix64(state: 7)
        let caught = (0..<60).map { _ in Double(Int.random(in: 20...60, using: &generator)) }
        let passing = (0..<200).map { _ in Double(Int.random(in: 0...45, using: &generator)) }
        let found = try #require(Discrimination(caught: caught, passing: passing))
        var wins = 0.0
        for value in caught { for other in passing { wins += value > other ? 1 : value == other ? 0.5 : 0 } }
        #expect(abs(found.area - wins / 12_000) < 1e-12)
        for point in found.points {
            let best = (-1...61).map(Double.init).filter { threshold in
                Double(passing.count { $0 > threshold }) <= point.falsePositives * 200
            }.map { threshold in Double(caught.count { $0 > threshold }) / 60 }.max()
            #expect(point.recall == best)
        }
    }
}
