/// A fingerprint of a picture's luma: similar pictures have fingerprints that differ in few bits.
///
/// The bits, and therefore the text, are those of ImageHash 4.3.2 for the same 8-bit pixels, to the last bit. Two hashes
/// can only be compared when their algorithm and their resolution are the same.
public struct PerceptualHash: Hashable, Sendable {
    /// What the bits say.
    public enum Algorithm: String, Sendable, CaseIterable, Codable {
        /// aHash: whether a cell is brighter than the mean of all cells.
        case average = "ahash"
        /// dHash: whether a cell is brighter than the one to its left.
        case difference = "dhash"
        /// pHash: whether a low frequency of the cosine transform is above the median of the low frequencies.
        case perceptual = "phash"
    }

    /// How many bits there are.
    public enum Resolution: Int, Sendable, CaseIterable, Codable {
        /// 8×8 cells, 64 bits.
        case eight = 8
        /// 16×16 cells, 256 bits.
        case sixteen = 16

        /// Cells along a side.
        public var side: Int { rawValue }
        /// Bits in a hash.
        public var bitCount: Int { rawValue * rawValue }
    }

    /// What the bits say.
    public let algorithm: Algorithm
    /// How many there are.
    public let resolution: Resolution
    /// The bits, row by row from the top left, 64 a word, the first in each word's highest place.
    public let words: [UInt64]

    /// Wraps bits, row by row from the top left.
    /// - Precondition: there are exactly `resolution.bitCount` of them.
    init(algorithm: Algorithm, resolution: Resolution, bits: [Bool]) {
        precondition(bits.count == resolution.bitCount, "\(bits.count) bits for \(resolution.side)x\(resolution.side)")
        self.algorithm = algorithm
        self.resolution = resolution
        words = stride(from: 0, to: bits.count, by: UInt64.bitWidth).map { start in
            bits[start..<(start + UInt64.bitWidth)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    /// Reads what ``hex`` wrote: 16 or 64 hexadecimal digits, the number of which gives the resolution. Else nil.
    public init?(hex: String, algorithm: Algorithm) {
        let digits = Array(hex.utf8)
        guard let resolution = Resolution.allCases.first(where: { $0.bitCount == digits.count * Self.bitsInDigit })
        else { return nil }
        var words: [UInt64] = []
        for start in stride(from: 0, to: digits.count, by: Self.digitsInWord) {
            var word: UInt64 = 0
            for digit in digits[start..<(start + Self.digitsInWord)] {
                guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
                word = word << UInt64(Self.bitsInDigit) | UInt64(value)
            }
            words.append(word)
        }
        self.algorithm = algorithm
        self.resolution = resolution
        self.words = words
    }

    private static let bitsInDigit = 4
    private static let digitsInWord = UInt64.bitWidth / bitsInDigit

    /// The bits as 16 or 64 lower-case hexadecimal digits: ImageHash's `str()`.
    public var hex: String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: Self.digitsInWord - digits.count) + digits
        }.joined()
    }

    /// The number of differing bits, 0…`resolution.bitCount`; lower is more similar.
    /// - Precondition: both hashes have the same algorithm and resolution.
    public func hammingDistance(to other: PerceptualHash) -> Int {
        precondition(
            algorithm == other.algorithm && resolution == other.resolution,
            "hashes of different kinds have no distance")
        return zip(words, other.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }
}

extension PerceptualHash: CustomStringConvertible {
    /// The hexadecimal digits alone.
    public var description: String { hex }
}
