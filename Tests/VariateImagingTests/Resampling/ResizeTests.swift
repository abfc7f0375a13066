import Testing

@testable import VariateImaging

@Suite struct ResizeTests {
    private static let sizes = [(1, 1), (1, 9), (11, 1), (2, 2), (7, 5), (16, 17), (33, 20)]

    /// Pillow 13.0.0, `Image.resize` of the luma of the 9×7 pattern: to 5×4, to 12×2 (rows first), and of its RGBA to 2×2.
    private static let known: [(filter: ResamplingFilter, down: [UInt8], mixed: [UInt8], rgba: [UInt8])] = [
        (
            .nearest,
            [23, 28, 33, 38, 43, 35, 43, 50, 57, 64, 55, 65, 75, 84, 94, 49, 61, 73, 85, 97],
            [28, 31, 31, 34, 37, 40, 40, 44, 47, 50, 50, 53, 51, 56, 56, 62, 67, 73, 73, 78, 83, 89, 89, 94],
            [27, 42, 15, 234, 55, 46, 27, 214, 79, 50, 78, 190, 107, 70, 90, 170]
        ),
        (
            .box,
            [28, 33, 37, 42, 47, 42, 50, 56, 62, 70, 58, 68, 75, 82, 92, 53, 65, 73, 82, 93],
            [33, 36, 36, 40, 43, 46, 46, 50, 53, 57, 57, 60, 52, 57, 57, 63, 68, 74, 74, 79, 84, 90, 90, 95],
            [32, 42, 35, 229, 64, 49, 49, 207, 77, 49, 85, 190, 109, 71, 100, 168]
        ),
        (
            .bilinear,
            [28, 32, 37, 43, 47, 38, 44, 51, 58, 64, 54, 62, 71, 79, 87, 53, 62, 73, 84, 93],
            [33, 36, 38, 41, 44, 46, 48, 51, 54, 57, 59, 61, 49, 52, 56, 61, 64, 68, 72, 76, 79, 83, 87, 90],
            [34, 43, 39, 227, 59, 48, 50, 209, 71, 49, 86, 195, 96, 64, 96, 177]
        ),
        (
            .bicubic,
            [26, 31, 36, 41, 46, 38, 44, 51, 58, 64, 54, 63, 71, 80, 88, 53, 63, 74, 84, 94],
            [32, 34, 37, 39, 42, 45, 47, 49, 53, 55, 57, 59, 50, 53, 58, 62, 65, 69, 73, 77, 80, 85, 89, 92],
            [31, 42, 37, 230, 59, 48, 49, 210, 73, 48, 89, 194, 101, 67, 101, 174]
        ),
        (
            .lanczos3,
            [26, 30, 35, 41, 46, 38, 44, 51, 58, 64, 54, 63, 72, 80, 89, 52, 63, 74, 84, 94],
            [32, 34, 37, 39, 42, 44, 46, 49, 52, 54, 57, 58, 51, 53, 59, 63, 66, 70, 74, 78, 81, 85, 91, 93],
            [29, 41, 37, 231, 61, 47, 51, 209, 73, 48, 90, 195, 103, 69, 104, 173]
        ),
    ]

    @Test func equalsPillow() {
        let image = PatternPicture.rgba(9, 7)
        for (filter, down, mixed, rgba) in Self.known {
            #expect(image.luma().resized(to: Size(width: 5, height: 4), using: filter).samples == down)
            #expect(image.luma().resized(to: Size(width: 12, height: 2), using: filter).samples == mixed)
            #expect(image.resized(to: Size(width: 2, height: 2), using: filter).samples == rgba)
        }
    }

    @Test(arguments: ResamplingFilter.allCases)
    func sameSizeIsTheSamePicture(filter: ResamplingFilter) {
        let image = PatternPicture.rgba(13, 6)
        #expect(image.resized(to: image.size, using: filter) == image)
        #expect(image.luma().resized(to: image.size, using: filter) == image.luma())
    }

    @Test(arguments: ResamplingFilter.allCases)
    func flatStaysFlat(filter: ResamplingFilter) {
        for (width, height) in Self.sizes {
            let size = Size(width: width, height: height)
            for target in [Size(width: 3, height: 4), Size(width: 40, height: 1), Size(width: 1, height: 50)] {
                let plane = Plane<UInt8>(size: size, repeating: 119)
                #expect(plane.resized(to: target, using: filter).samples.allSatisfy { $0 == 119 })
                let image = Image(size: size, red: 255, green: 0, blue: 31)
                #expect(image.resized(to: target, using: filter) == Image(size: target, red: 255, green: 0, blue: 31))
            }
        }
    }

    @Test(arguments: ResamplingFilter.allCases)
    func grayAndColourAgree(filter: ResamplingFilter) {
        for (width, height) in Self.sizes {
            let plane = PatternPicture.noise(width, height, seed: 5)
            let image = Image(size: plane.size, samples: plane.samples.flatMap { [$0, $0, $0, 255] })
            let target = Size(width: 10, height: 6)
            let gray = plane.resized(to: target, using: filter).samples
            #expect(image.resized(to: target, using: filter).samples == gray.flatMap { [$0, $0, $0, 255] })
        }
    }

    /// Against convolution in exact arithmetic: weights cut to 22 bits can turn a rounding in either pass, and the second
    /// multiplies what the first lost by the sum of its weights' magnitudes, which is under two for filters with lobes
    /// below zero and one for the others.
    @Test(arguments: ResamplingFilter.allCases.filter { $0 != .nearest })
    func matchesDirectConvolution(filter: ResamplingFilter) {
        let tolerance = filter == .bicubic || filter == .lanczos3 ? 2 : 1
        for (width, height) in Self.sizes {
            let plane = PatternPicture.noise(width, height, seed: 9)
            for target in [Size(width: 4, height: 3), Size(width: 25, height: 31), Size(width: 40, height: 2)] {
                let actual = plane.resized(to: target, using: filter)
                let expected = convolved(plane, to: target, filter)
                for (a, b) in zip(actual.samples, expected.samples) { #expect(abs(Int(a) - Int(b)) <= tolerance) }
            }
        }
    }

    @Test func nearestTakesTheSampleUnderTheCentre() {
        // Sizes for which no centre falls on the border of two samples.
        let plane = PatternPicture.noise(15, 12, seed: 4)
        let target = Size(width: 22, height: 8)
        let actual = plane.resized(to: target, using: .nearest)
        for y in 0..<target.height {
            for x in 0..<target.width {
                let column = Int((Double(x) + 0.5) * 15 / 22)
                let row = Int((Double(y) + 0.5) * 12 / 8)
                #expect(actual.samples[y * target.width + x] == plane.samples[row * 15 + column])
            }
        }
    }

    @Test func colourUnderTransparencyDoesNotBleed() {
        // Left half opaque blue, right half transparent red.
        let size = Size(width: 8, height: 2)
        let samples = (0..<16).flatMap { $0 % 8 < 4 ? [0, 0, 255, 255] as [UInt8] : [255, 0, 0, 0] }
        let resized = Image(size: size, samples: samples).resized(to: Size(width: 3, height: 1), using: .lanczos3)
        #expect(resized.samples[4] == 0)
        #expect(resized.samples[7] > 0 && resized.samples[7] < 255)
    }

    @Test func premultiplicationRoundsToNearest() {
        for alpha in UInt8.min...UInt8.max {
            for value: UInt8 in [0, 1, 2, 63, 64, 127, 128, 200, 254, 255] {
                let premultiplied = PremultipliedAlpha.premultiplied([value, value, value, alpha])
                let exact = (Double(value) * Double(alpha) / 255).rounded()
                #expect(premultiplied == [UInt8(exact), UInt8(exact), UInt8(exact), alpha])
            }
        }
        #expect(PremultipliedAlpha.straightened([10, 20, 30, 0]) == [10, 20, 30, 0])
        #expect(PremultipliedAlpha.straightened([200, 50, 25, 100]) == [255, 127, 63, 100])
    }

    @Test func orderOfPassesFollowsTheLargerLoss() {
        let square = Size(width: 100, height: 100)
        #expect(!SeparableResize.startsVertically(from: square, to: Size(width: 75, height: 50)))
        #expect(SeparableResize.startsVertically(from: square, to: Size(width: 75, height: 49)))
        #expect(SeparableResize.startsVertically(from: square, to: Size(width: 200, height: 99)))
        #expect(!SeparableResize.startsVertically(from: square, to: Size(width: 200, height: 200)))
    }

    private func convolved(_ plane: Plane<UInt8>, to target: Size, _ filter: ResamplingFilter) -> Plane<UInt8> {
        func alongX(_ plane: Plane<UInt8>, _ width: Int) -> Plane<UInt8> {
            let scale = Double(plane.width) / Double(width)
            let stretch = max(1, scale)
            var result = Plane<UInt8>(size: Size(width: width, height: plane.height), repeating: 0)
            for y in 0..<plane.height {
                for x in 0..<width {
                    let center = (Double(x) + 0.5) * scale
                    var sum = 0.0
                    var total = 0.0
                    for i in 0..<plane.width {
                        let distance = Double(i) + 0.5 - center
                        // Windows end at whole samples: those whose centre is within the support, the later end excluded.
                        let support = filter.support * stretch
                        guard i >= Int(max(0, center - support + 0.5)), i < Int(center + support + 0.5) else {
                            continue
                        }
                        let weight = filter.weight(at: distance / stretch)
                        sum += weight * Double(plane.samples[y * plane.width + i])
                        total += weight
                    }
                    result.samples[y * width + x] = UInt8(min(max((sum / total).rounded(), 0), 255))
                }
            }
            return result
        }
        func turned(_ plane: Plane<UInt8>) -> Plane<UInt8> {
            var result = Plane<UInt8>(size: Size(width: plane.height, height: plane.width), repeating: 0)
            for y in 0..<plane.height {
                for x in 0..<plane.width { result.samples[x * plane.height + y] = plane.samples[y * plane.width + x] }
            }
            return result
        }
        if SeparableResize.startsVertically(from: plane.size, to: target) {
            return alongX(turned(alongX(turned(plane), target.height)), target.width)
        }
        let narrowed = plane.width == target.width ? plane : alongX(plane, target.width)
        return plane.height == target.height ? narrowed : turned(alongX(turned(narrowed), target.height))
    }
}
