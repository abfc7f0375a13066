import Testing

@testable import VariateImaging

@Suite struct BilinearResizeTests {
    /// OpenCV 5.0.0.93: `cv2.resize(luma, size)` of the luma of the 9×7 pattern.
    @Test func equalsOpenCV() {
        let luma = PatternPicture.rgba(9, 7).luma()
        #expect(
            luma.bilinearResized(to: Size(width: 5, height: 4)).samples == [
                26, 31, 36, 41, 46, 38, 45, 51, 58, 64, 55, 64, 73, 81, 90, 52, 62, 73, 83, 94,
            ])
        #expect(
            luma.bilinearResized(to: Size(width: 13, height: 3)).samples == [
                26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 44, 47, 50, 53, 55, 58, 61, 64, 67, 70, 73, 76, 78,
                50, 53, 57, 61, 65, 69, 73, 76, 80, 84, 88, 92, 95,
            ])
    }

    @Test func sameSizeIsTheSamePlane() {
        let plane = PatternPicture.noise(5, 9, seed: 3)
        #expect(plane.bilinearResized(to: plane.size) == plane)
    }

    /// Within a level of interpolation in exact arithmetic: half for rounding, an eighth for the two cuts, the rest for the
    /// 11-bit weights.
    @Test func matchesDirectInterpolation() {
        for (width, height) in [(1, 1), (1, 8), (9, 1), (7, 5), (16, 17), (40, 33)] {
            let plane = PatternPicture.noise(width, height, seed: 2)
            for target in [Size(width: 3, height: 4), Size(width: 31, height: 20), Size(width: 60, height: 1)] {
                let actual = plane.bilinearResized(to: target)
                for y in 0..<target.height {
                    for x in 0..<target.width {
                        let exact = interpolated(plane, x, y, target)
                        #expect(abs(Double(actual.samples[y * target.width + x]) - exact) <= 1)
                    }
                }
            }
        }
    }

    private func interpolated(_ plane: Plane<UInt8>, _ x: Int, _ y: Int, _ target: Size) -> Double {
        let u = (Double(x) + 0.5) * Double(plane.width) / Double(target.width) - 0.5
        let v = (Double(y) + 0.5) * Double(plane.height) / Double(target.height) - 0.5
        let (i, j) = (Int(u.rounded(.down)), Int(v.rounded(.down)))
        func sample(_ x: Int, _ y: Int) -> Double {
            Double(plane.samples[min(max(y, 0), plane.height - 1) * plane.width + min(max(x, 0), plane.width - 1)])
        }
        let (s, t) = (u - Double(i), v - Double(j))
        return (1 - t) * ((1 - s) * sample(i, j) + s * sample(i + 1, j))
            + t * ((1 - s) * sample(i, j + 1) + s * sample(i + 1, j + 1))
    }
}
