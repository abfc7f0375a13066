/// 256 comparisons of brightness around a corner: BRIEF (M. Calonder et al., "BRIEF: binary robust independent elementary
/// features", 2010), upright.
struct BinaryDescription: Sendable, Equatable {
    static let bits = 256
    /// Furthest that a compared pixel lies from the corner on either axis.
    static let reach = 15

    let words: SIMD4<UInt64>

    /// Number of comparisons that come out differently, 0…256.
    func distance(to other: BinaryDescription) -> Int {
        let pairs: UInt64 = 0x5555_5555_5555_5555
        let fours: UInt64 = 0x3333_3333_3333_3333
        let bytes: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
        var counts = words ^ other.words
        counts = counts &- ((counts &>> 1) & pairs)
        counts = (counts & fours) &+ ((counts &>> 2) & fours)
        counts = (counts &+ (counts &>> 4)) & bytes
        // Each byte is at most 32 now; halves of 16 bits can hold the whole sum.
        let sum = counts[0] &+ counts[1] &+ counts[2] &+ counts[3]
        let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ ((sum &>> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
    }

    /// The pairs of places whose brightness is compared, around (0, 0).
    struct Pattern: Sendable {
        struct Pair: Sendable {
            let first: (x: Int, y: Int)
            let second: (x: Int, y: Int)
        }

        let pairs: [Pair]

        /// The pattern of the calibration: places of a bell-shaped distribution, a fifth of the patch's side wide, as the
        /// paper recommends, from a fixed seed.
        static let standard = Pattern(seed: 1)

        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            let deviation = Double(2 * reach + 1) / 5
            // The sum of twelve uniform numbers has a variance of one.
            func coordinate() -> Int {
                while true {
                    var sum = -6.0
                    for _ in 0..<12 { sum += random.nextUnit() }
                    let value = Int((sum * deviation).rounded())
                    if abs(value) <= reach { return value }
                }
            }
            pairs = (0..<bits).map { _ in
                Pair(first: (coordinate(), coordinate()), second: (coordinate(), coordinate()))
            }
        }

        /// Places as offsets into a plane of that width: first, second, first, …; mirrored left to right if asked for.
        func offsets(width: Int, mirrored: Bool) -> [Int] {
            let sign = mirrored ? -1 : 1
            return pairs.flatMap {
                [$0.first.y * width + sign * $0.first.x, $0.second.y * width + sign * $0.second.x]
            }
        }
    }

    init(words: SIMD4<UInt64>) {
        self.words = words
    }

    /// Compares a smoothed plane's samples around index `centre`.
    init(_ samples: Span<UInt8>, around centre: Int, offsets: [Int]) {
        var words = SIMD4<UInt64>.zero
        for word in 0..<4 {
            var bits: UInt64 = 0
            for bit in 0..<64 {
                let pair = 2 * (64 * word + bit)
                let isDarker = samples[centre + offsets[pair]] < samples[centre + offsets[pair + 1]]
                bits |= (isDarker ? 1 : 0) &<< UInt64(bit)
            }
            words[word] = bits
        }
        self.words = words
    }
}
