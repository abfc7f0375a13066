import Foundation
import Testing

@testable import VariateImaging

@Suite struct CosineTransformTests {
    /// SciPy 1.17.1 `scipy.fftpack.dct`, in hexadecimal: every bit must agree. The first eight of the pattern's red, 32
    /// samples of its first row; the last four of green + red // 2, modulo 256, 64 samples.
    @Test func equalsSciPyToTheLastBit() {
        let red = PatternPicture.channel(0, 32, 1).samples.map(Double.init)
        #expect(
            CosineTransform(length: 32).transform(red).prefix(8) == [
                0x1.b2p+12, -0x1.6afd39f84a0b4p+11, 0, -0x1.419c78e2c6989p+8, 0, -0x1.cc0bfe3ec8e10p+6, 0,
                -0x1.d0925f79899e8p+5,
            ])
        let mixed = zip(PatternPicture.channel(0, 64, 1).samples, PatternPicture.channel(1, 64, 1).samples).map {
            Double($1 &+ $0 / 2)
        }
        #expect(
            CosineTransform(length: 64).transform(mixed).suffix(4) == [
                0x1.abc5b4453b714p+6, -0x1.623f05fcfd8a8p+6, -0x1.e34adb142edc0p+5, 0x1.20fa8aba2ffd8p+7,
            ])
    }

    @Test(arguments: [4, 8, 16, 32, 64, 128])
    func matchesTheSum(length: Int) {
        let line = PatternPicture.noise(length, 1, seed: UInt64(length)).samples.map(Double.init)
        let transformed = CosineTransform(length: length).transform(line)
        for k in 0..<length {
            var sum = 0.0
            for (n, x) in line.enumerated() {
                sum += 2 * x * cos(Double.pi * Double(k) * Double(2 * n + 1) / Double(2 * length))
            }
            #expect(abs(transformed[k] - sum) < 1e-9)
        }
    }

    @Test func flatLinesHaveNoOtherFrequency() {
        for length in [32, 64] {
            let transformed = CosineTransform(length: length).transform(Array(repeating: 119, count: length))
            #expect(transformed[0] == Double(2 * 119 * length))
            #expect(transformed.dropFirst().allSatisfy { $0 == 0 })
        }
    }
}
