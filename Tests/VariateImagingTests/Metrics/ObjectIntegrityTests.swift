import Testing

@testable import VariateImaging

@Suite struct ObjectIntegrityTests {
    /// opencv-python 5.0.0.93: components of `cv2.Canny(luma, 50, 150)` larger than a hundredth of the pixels, over ten.
    @Test func knownAnswers() {
        let pattern = ObjectIntegrity(luma: EdgeFixtures.patternLuma)
        #expect(pattern.value == 1)
        #expect(pattern.edgePixels == 145)
        #expect(pattern.components.components.count == 19)
    }

    /// Boxes of 10 by 40 pixels, each outlined by one closed edge of 96 pixels.
    @Test(arguments: [(1, 0.1), (5, 0.5), (10, 0)])
    func boxesCountUntilTheyAreTooSmall(boxes: Int, expected: Double) {
        let plane = EdgeFixtures.plane(20 * boxes, 60) { x, y in
            (10..<50).contains(y) && (5..<15).contains(x % 20) ? 200 : 30
        }
        let integrity = ObjectIntegrity(luma: plane)
        #expect(integrity.components.components.count == boxes)
        #expect(integrity.edgePixels == 96 * boxes)
        #expect(integrity.value == expected)
    }

    @Test func noEdgesAtAll() {
        let flat = ObjectIntegrity(luma: Plane(size: Size(width: 8, height: 8), repeating: 77))
        #expect(flat.value == 0.1)
        #expect(flat.edgePixels == 0)
    }

    /// Edges everywhere, none of them large.
    @Test func onlySmallEdges() {
        let dots = EdgeFixtures.plane(200, 200) { x, y in x % 20 == 10 && y % 20 == 10 ? 255 : 0 }
        let integrity = ObjectIntegrity(luma: dots)
        #expect(integrity.edgePixels > 0)
        #expect(integrity.value == 0)
    }

    /// A closed edge of 36 pixels is exactly a hundredth of 60 by 60, and so not above it; in 59 by 60 it is.
    @Test func largeMeansAboveAHundredth() {
        func integrity(width: Int) -> ObjectIntegrity {
            ObjectIntegrity(
                luma: EdgeFixtures.plane(width, 60) { x, y in
                    (20..<30).contains(x) && (20..<30).contains(y) ? 255 : 0
                })
        }
        #expect(integrity(width: 60).edgePixels == 36)
        #expect(integrity(width: 60).value == 0)
        #expect(integrity(width: 59).value == 0.1)
    }
}
