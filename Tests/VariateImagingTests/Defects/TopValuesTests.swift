import Testing

@testable import VariateImaging

@Suite struct TopValuesTests {
    static func percentile(_ values: [Float], _ percent: Double, row: Int) -> Double {
        var top = TopValues(percent, of: values.count)
        for start in stride(from: 0, to: values.count, by: row) {
            top.add(values.span.extracting(start..<min(start + row, values.count)))
        }
        return top.percentile { $0 }
    }

    @Test(arguments: [1, 2, 3, 31, 32, 33, 1000, 20_000], [50.0, 95, 99.7, 100])
    func equalsThePercentileOfAll(_ count: Int, _ percent: Double) {
        let random = (0..<count).map { Float(DefectFixtures.hash($0, seed: 3) % 5000) }
        let ascending = (0..<count).map { Float($0) }
        let flat = [Float](repeating: 7, count: count)
        for values in [random, ascending, ascending.reversed(), flat] {
            let expected = OrderStatistics.percentile(values, percent)
            #expect(Self.percentile(values, percent, row: 100) == expected)
            #expect(Self.percentile(values, percent, row: 7) == expected)
        }
    }

    @Test func takesThePercentileAfterTheFunction() {
        var top = TopValues(50, of: 4)
        top.add([1, 4, 9, 16].span)
        #expect(top.percentile { $0.squareRoot() } == 2.5)
    }
}
