import Testing

@testable import VariateImaging

@Suite struct RowCountsTests {
    static let lengths = [0, 1, 2, 15, 16, 17, 239, 240, 241, 255, 256, 257, 1025, 5000]

    @Test(arguments: lengths)
    func countsOnes(_ length: Int) {
        #expect(countOfOnes([UInt8](repeating: 1, count: length).span) == length)
        let marks = (0..<length).map { UInt8(DefectFixtures.hash($0, seed: 2) % 2) }
        #expect(countOfOnes(marks.span) == marks.reduce(0) { $0 + Int($1) })
    }

    @Test(arguments: lengths)
    func addsUpSteps(_ length: Int) {
        let black = [UInt8](repeating: 0, count: length)
        let white = [UInt8](repeating: 255, count: length)
        #expect(sumOfSteps(black.span, white.span) == 255 * length)
        let first = (0..<length).map { UInt8(DefectFixtures.hash($0, seed: 4) % 256) }
        let second = (0..<length).map { UInt8(DefectFixtures.hash($0, seed: 5) % 256) }
        let steps = zip(first, second).map { abs(Int($0) - Int($1)) }
        #expect(sumOfSteps(first.span, second.span) == steps.reduce(0, +))
        var written = black
        writeSteps(first.span, second.span, into: &written)
        #expect(written.map { Int($0) } == steps)
    }
}
