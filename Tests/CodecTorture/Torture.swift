import VariateCodecs
import VariateImaging

/// Damages files and checks what the decoder makes of them.
struct Torture {
    /// Larger files are only truncated, in bytes: decoding them thousands of times takes too long.
    static let largestVictim = 64 << 10
    private static let sixteenths = 16
    /// No file is large enough to take this long, however slow the machine and its sanitizers.
    private static let patience = Duration.seconds(60)
    /// Small enough that a corrupt header cannot make one decode slow.
    private static let limits = DecodingLimits(
        maximumSide: 4_096, maximumPixels: 250_000, maximumBytes: 64 << 20, maximumScans: 30)
    private static let generousLimits = DecodingLimits()

    private var random: SplitMix64
    private var truncations = 0
    private var corruptions = 0
    private var decoded = 0
    private var refused = 0
    private var salvaged = 0
    private var slowest = Duration.zero
    /// Broken promises, in words.
    private(set) var violations: [String] = []

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Cuts a file at every sixteenth of its length. No cut may pass for a whole picture.
    mutating func truncate(_ file: VictimFile) {
        if decode(file.bytes, named: file.name, limits: Self.generousLimits, salvage: false) == nil {
            violations.append("\(file.name): refused although nothing was done to it")
        }
        for part in 0..<Self.sixteenths {
            let cut = Array(file.bytes.prefix(file.bytes.count * part / Self.sixteenths))
            let name = "\(file.name) cut at \(part)/\(Self.sixteenths)"
            truncations += 1
            if decode(cut, named: name, limits: Self.generousLimits, salvage: false) != nil {
                violations.append("\(name): taken for a whole picture")
            }
            if let rest = decode(cut, named: name, limits: Self.generousLimits, salvage: true), rest.damage == nil {
                violations.append("\(name): salvaged without a word of its damage")
            }
        }
    }

    /// Corrupts files, each in its turn, `times` in all.
    mutating func corrupt(_ files: [VictimFile], times: Int) {
        guard !files.isEmpty else { return }
        for round in 0..<times {
            let file = files[round % files.count]
            var bytes = file.bytes
            damage(&bytes)
            corruptions += 1
            let name = "\(file.name) corrupted in round \(round)"
            let strict = decode(bytes, named: name, limits: Self.limits, salvage: false)
            let salvaged = decode(bytes, named: name, limits: Self.limits, salvage: true)
            if let strict, salvaged?.image != strict.image {
                violations.append("\(name): salvage changes a picture that has no fault")
            }
        }
    }

    /// One to four changes: a flipped bit, a random or extreme byte, a hole, a doubled run, two swapped runs, or a cut.
    private mutating func damage(_ bytes: inout [UInt8]) {
        for _ in 0...Int.random(in: 0..<4, using: &random) {
            guard bytes.count > 1 else { return }
            // Headers are where the decisions are: every other change is among the first bytes.
            let reach = Bool.random(using: &random) ? bytes.count : min(bytes.count, 256)
            let at = Int.random(in: 0..<reach, using: &random)
            let end = min(bytes.count, at + Int.random(in: 1...64, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 3: bytes[at] = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF].randomElement(using: &random) ?? 0
            case 4: bytes.removeSubrange(at..<end)
            case 5: bytes.insert(contentsOf: bytes[at..<end], at: at)
            case 6: for index in at..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
            default: bytes.removeLast(min(bytes.count - 1, end - at))
            }
        }
        // Half of the time the checksums are put right, or no corrupt PNG would get past its first one.
        if Bool.random(using: &random) { PNGChecksums.repair(&bytes) }
    }

    private mutating func decode(
        _ bytes: [UInt8], named name: String, limits: DecodingLimits, salvage: Bool
    ) -> DecodedImage? {
        let clock = ContinuousClock()
        let start = clock.now
        defer {
            let time = clock.now - start
            slowest = max(slowest, time)
            if time > Self.patience { violations.append("\(name): took \(time)") }
        }
        do {
            let picture = try ImageDecoder.decode(bytes, limits: limits, salvage: salvage)
            check(picture, named: name, limits: limits, salvage: salvage)
            if picture.damage == nil { decoded += 1 } else { salvaged += 1 }
            return picture
        } catch {
            refused += 1
            if error.description.isEmpty || error.description.contains("\n") {
                violations.append("\(name): refused without a clear word")
            }
            return nil
        }
    }

    /// What holds for every picture that a decoder hands out.
    private mutating func check(_ picture: DecodedImage, named name: String, limits: DecodingLimits, salvage: Bool) {
        let size = picture.image.size
        if picture.image.samples.count != size.pixelCount * Image.channels {
            violations.append("\(name): \(picture.image.samples.count) samples for \(size)")
        }
        if size.longestSide > limits.maximumSide || size.pixelCount > limits.maximumPixels {
            violations.append("\(name): \(size) is beyond the limits")
        }
        if picture.damage != nil, !salvage { violations.append("\(name): damage without salvage") }
        if !picture.hasAlpha, !picture.image.isOpaque, picture.damage == nil {
            violations.append("\(name): transparent pixels without alpha")
        }
    }

    /// Prints the counts, and the violations if there are any.
    func report() {
        for violation in violations { print("violation: \(violation)") }
        print(
            "\(truncations) truncations, \(corruptions) corruptions: \(decoded) decoded, \(salvaged) salvaged, "
                + "\(refused) refused, "
                + "\(violations.count) violations; the slowest took \(slowest)")
    }
}
