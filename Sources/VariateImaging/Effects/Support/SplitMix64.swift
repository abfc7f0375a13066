/// A small, seedable random number generator whose sequence is the same on every machine and in every run.
///
/// Steele, Lea and Flood: Fast splittable pseudorandom number generators, OOPSLA 2014 (the finalizer's constants are
/// Stafford's variant 13).
public struct SplitMix64: RandomNumberGenerator, Sendable, Equatable {
    private var state: UInt64

    /// The golden ratio's fraction in 64 bits: what the state grows by.
    private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Starts the sequence of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// Starts a sequence that depends on every word in order; nearby words give unrelated sequences.
    public init(mixing words: [UInt64]) {
        var generator = SplitMix64(seed: Self.increment)
        for word in words {
            generator.state ^= word
            generator.state = generator.next()
        }
        self = generator
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.finalized(state)
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³.
    public mutating func nextUnit() -> Double {
        Self.unit(next())
    }

    /// A number in the range, both ends included up to rounding.
    public mutating func next(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * nextUnit()
    }

    /// A whole number in 0 ..< bound, by multiplication (its bias is below bound / 2⁶⁴).
    /// - Precondition: `bound` is positive.
    public mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "no number is below \(bound) and not negative")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The number at a place in the sequence of a seed, without those before it: the first call of `next()` gives that at
    /// 1.
    @inline(__always)
    static func word(_ seed: UInt64, at index: Int) -> UInt64 {
        finalized(seed &+ UInt64(index) &* increment)
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³, from the high bits of a word.
    @inline(__always)
    static func unit(_ word: UInt64) -> Double {
        Double(word >> 11) * 0x1p-53
    }

    /// The bits of one word, thoroughly mixed: a hash for lattice noise.
    @inline(__always)
    static func finalized(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
