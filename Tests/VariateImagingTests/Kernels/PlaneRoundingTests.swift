import Testing

@testable import VariateImaging

@Suite struct PlaneRoundingTests {
    @Test func roundsHalvesToEvenAndClamps() {
        let values: [Float] = [-1e9, -0.5, 0, 0.49, 0.5, 0.51, 1.5, 2.5, 127.5, 128.5, 254.5, 254.51, 255, 255.5, 1e9]
        let plane = Plane(size: Size(width: values.count, height: 1), samples: values)
        #expect(Plane<UInt8>(rounding: plane).samples == [0, 0, 0, 0, 0, 1, 2, 2, 128, 128, 254, 255, 255, 255, 255])
    }

    @Test func roundsAsTheStandardLibraryDoes() {
        let values = (0..<8193).map { Float($0) / 32 - 0.1 }
        let plane = Plane(size: Size(width: values.count, height: 1), samples: values)
        let expected = values.map { UInt8(min(max($0, 0), 255).rounded(.toNearestOrEven)) }
        #expect(Plane<UInt8>(rounding: plane).samples == expected)
    }

    @Test func levelsSurviveAsFloats() {
        let plane = Plane(size: Size(width: 256, height: 1), samples: (0...255).map { UInt8($0) })
        #expect(Plane<Float>(plane).samples == (0...255).map { Float($0) })
        #expect(Plane<UInt8>(rounding: Plane<Float>(plane)) == plane)
    }
}
