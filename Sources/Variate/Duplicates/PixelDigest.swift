import VariateImaging

/// A 64-bit digest of a picture's size and samples, for telling identical pictures; it does not withstand an adversary.
enum PixelDigest {
    /// FNV-1a's offset basis and prime (G. Fowler, L. C. Noll, K.-P. Vo).
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    /// FNV-1a over the sides and the pixels, each taken as one 32-bit word.
    /// - Complexity: O(pixels).
    static func of(_ image: Image) -> UInt64 {
        var digest = basis
        digest = (digest ^ UInt64(image.width)) &* prime
        digest = (digest ^ UInt64(image.height)) &* prime
        let samples = image.samples.span
        var i = 0
        while i + 3 < samples.count {
            let pixel =
                UInt64(samples[i]) | UInt64(samples[i + 1]) << 8 | UInt64(samples[i + 2]) << 16
                | UInt64(samples[i + 3]) << 24
            digest = (digest ^ pixel) &* prime
            digest ^= digest >> 32
            i += Image.channels
        }
        return digest
    }
}
