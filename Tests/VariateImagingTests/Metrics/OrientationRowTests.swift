import Testing

@testable import VariateImaging

@Suite struct OrientationRowTests {
    @Test func positionsAreThoseOfTheArcTangent() {
        for step in 0..<20_000 {
            let angle = Double(step) / 20_000 * 2 * Double.pi
            for length in [1e-6, 3, 1000] {
                let (x, y) = (Float(length * cosine(angle)), Float(length * sine(angle)))
                let turns = arcTangent(Double(y), Double(x)) / Double.pi
                let expected = 8 * (turns < 0 ? turns + 1 : turns)
                let distance = abs(Double(OrientationRow.position(x, y)) - expected)
                // 0 and 8 are the same orientation.
                #expect(min(distance, 8 - distance) < 1e-6)
            }
        }
    }

    @Test func axesAndDiagonalsAreWholeBins() {
        let gradients: [(x: Float, y: Float, bin: Float)] = [
            (5, 0, 0), (5, 5, 2), (0, 5, 4), (-5, 5, 6), (5, -5, 6), (0, -5, 4), (-5, -5, 2), (0, 0, 0),
        ]
        for gradient in gradients {
            #expect(abs(OrientationRow.position(gradient.x, gradient.y) - gradient.bin) < 1e-6)
        }
    }

    @Test func fourthRootsAreExactEnough() {
        #expect(OrientationRow.fourthRoot(0) == 0)
        for exponent in stride(from: -19.0, to: 7, by: 0.01) {
            let x = Float(power(10, exponent))
            let expected = power(Double(x), 0.25)
            #expect(abs(Double(OrientationRow.fourthRoot(x)) - expected) < 1e-6 * expected)
        }
    }
}
