import Testing
import VariateImaging

@testable import Variate

@Suite struct PixelDigestTests {
    /// Sizes of which the four quarters leave 0 to 3 pixels over.
    @Test(arguments: [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (8, 3), (7, 9)])
    func changesWithEverySample(_ width: Int, _ height: Int) {
        let image = Image(size: Size(width: width, height: height), red: 1, green: 2, blue: 3)
        var digests: Set = [PixelDigest.of(image)]
        for i in image.samples.indices {
            var changed = image
            changed.samples[i] ^= 1
            digests.insert(PixelDigest.of(changed))
        }
        #expect(digests.count == image.samples.count + 1)
        #expect(digests.contains(PixelDigest.of(image)))
    }

    @Test func changesWithTheShapeAndTheOrder() {
        let samples = (0..<48).map { UInt8($0) }
        let wide = Image(size: Size(width: 6, height: 2), samples: samples)
        let high = Image(size: Size(width: 2, height: 6), samples: samples)
        let reversed = Image(size: wide.size, samples: samples.reversed())
        #expect(Set([wide, high, reversed].map(PixelDigest.of)).count == 3)
    }
}
