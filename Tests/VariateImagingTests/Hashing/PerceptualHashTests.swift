import Testing

@testable import VariateImaging

@Suite struct PerceptualHashTests {
    /// ImageHash 4.3.2 with Pillow 13.0.0 and SciPy 1.17.1: `str(average_hash(picture))` and so on of the 50×40 pattern.
    @Test func equalsImageHash() {
        let image = PatternPicture.rgba(50, 40)
        #expect(image.hash(.average).hex == "0833675e1c73c79e")
        #expect(image.hash(.difference).hex == "f1e7ceb4a9c79f3c")
        #expect(image.hash(.perceptual).hex == "800b3f4e1e397373")
        #expect(
            image.hash(.average, resolution: .sixteen).hex
                == "000003df0ff03f073c3f78f371ce13b9276226c96d936d25794b729642bc55f8")
        #expect(
            image.hash(.difference, resolution: .sixteen).hex
                == "ffc7ff9dff25fc1ef8f8f3c6a79c6f73cec6cd99d936da6d92db96b4b529ad52")
        #expect(
            image.hash(.perceptual, resolution: .sixteen).hex
                == "80010bfe1fc14e0f18f831c3739c633366ec6c9949b65b6b5ad656ad552ab555")
    }

    @Test func flatPicturesHaveTheMeanAlone() {
        for value: UInt8 in [0, 1, 119, 255] {
            for (width, height) in [(1, 1), (1, 40), (33, 1), (64, 64)] {
                let flat = Plane<UInt8>(size: Size(width: width, height: height), repeating: value)
                #expect(flat.hash(.average).hex == "0000000000000000")
                #expect(flat.hash(.difference).hex == "0000000000000000")
                #expect(flat.hash(.perceptual).hex == (value == 0 ? "0000000000000000" : "8000000000000000"))
            }
        }
    }

    @Test(arguments: PerceptualHash.Algorithm.allCases)
    func smallRotationsKeepTheHash(algorithm: PerceptualHash.Algorithm) {
        for seed: UInt64 in 1...8 {
            let picture = PatternPicture.photograph(side: 160, seed: seed)
            let hash = picture.hash(algorithm)
            #expect(PatternPicture.rotated(picture, degrees: 1).hash(algorithm).hammingDistance(to: hash) <= 10)
            #expect(PatternPicture.rotated(picture, degrees: -1).hash(algorithm).hammingDistance(to: hash) <= 10)
            #expect(PatternPicture.rotated(picture, degrees: 90).hash(algorithm).hammingDistance(to: hash) > 10)
        }
    }

    @Test(arguments: PerceptualHash.Algorithm.allCases)
    func halvingKeepsTheHash(algorithm: PerceptualHash.Algorithm) {
        let picture = PatternPicture.photograph(side: 160, seed: 31)
        let small = picture.resized(to: Size(width: 80, height: 80), using: .lanczos3)
        #expect(small.hash(algorithm).hammingDistance(to: picture.hash(algorithm)) <= 4)
    }

    @Test func textReadsBack() throws {
        let image = PatternPicture.rgba(31, 45)
        for algorithm in PerceptualHash.Algorithm.allCases {
            for resolution in PerceptualHash.Resolution.allCases {
                let hash = image.hash(algorithm, resolution: resolution)
                #expect(hash.hex.count == resolution.bitCount / 4 && "\(hash)" == hash.hex)
                let read = try #require(PerceptualHash(hex: hash.hex, algorithm: algorithm))
                #expect(read == hash && read.hammingDistance(to: hash) == 0)
                #expect(PerceptualHash(hex: hash.hex.uppercased(), algorithm: algorithm) == hash)
            }
        }
    }

    @Test(arguments: ["", "0", "800b3f4e1e39737", "800b3f4e1e3973730", "800b3f4e1e39737g", "800b3f4e1e3973é"])
    func otherTextIsRefused(text: String) {
        #expect(PerceptualHash(hex: text, algorithm: .perceptual) == nil)
    }

    @Test func distanceCountsBits() throws {
        let a = try #require(PerceptualHash(hex: "00000000000000ff", algorithm: .average))
        let b = try #require(PerceptualHash(hex: "8000000000000f0f", algorithm: .average))
        #expect(a.hammingDistance(to: b) == 9)
        #expect(b.hammingDistance(to: a) == 9)
    }
}
