import VariateImaging

/// A 64-bit digest of a picture's size and samples, for telling identical pictures; it does not withstand an adversary.
enum PixelDigest {
    /// FNV-1a's offset basis and prime (G. Fowler, L. C. Noll, K.-P. Vo).
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    /// FNV-1a over the sides and the pixels, each taken as one 32-bit word.
    ///
    /// The picture's four quarters are digested side by side, since each step has to wait for the one before, and then
    /// their digests and the pixels that are left over.
    /// - Complexity: O(pixels).
    static func of(_ image: Image) -> UInt64 {
        let samples = image.samples.span
        let quarter = image.size.pixelCount / 4 * Image.channels
        let first = samples.extracting(0..<quarter)
        let second = samples.extracting(quarter..<2 * quarter)
        let third = samples.extracting(2 * quarter..<3 * quarter)
        let fourth = samples.extracting(3 * quarter..<4 * quarter)
        var digests = (basis, basis, basis, basis)
        var i = 0
        while i + 3 < quarter {
            digests.0 = mixed(digests.0, pixel(first, i))
            digests.1 = mixed(digests.1, pixel(second, i))
            digests.2 = mixed(digests.2, pixel(third, i))
            digests.3 = mixed(digests.3, pixel(fourth, i))
            i += Image.channels
        }
        var digest = mixed(mixed(basis, UInt64(image.width)), UInt64(image.height))
        for part in [digests.0, digests.1, digests.2, digests.3] { digest = mixed(digest, part) }
        for i in stride(from: 4 * quarter, to: samples.count, by: Image.channels) {
            digest = mixed(digest, pixel(samples, i))
        }
        return digest
    }

    @inline(__always)
    private static func pixel(_ samples: Span<UInt8>, _ i: Int) -> UInt64 {
        UInt64(samples[i]) | UInt64(samples[i + 1]) << 8 | UInt64(samples[i + 2]) << 16 | UInt64(samples[i + 3]) << 24
    }

    @inline(__always)
    private static func mixed(_ digest: UInt64, _ word: UInt64) -> UInt64 {
        let product = (digest ^ word) &* prime
        return product ^ product >> 32
    }
}
