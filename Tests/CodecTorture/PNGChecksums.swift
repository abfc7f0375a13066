/// The checksums of a PNG's chunks (PNG 1.2, annex D).
enum PNGChecksums {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let polynomial: UInt32 = 0xEDB8_8320

    /// Makes every whole chunk's checksum right. Leaves other files alone.
    static func repair(_ bytes: inout [UInt8]) {
        guard bytes.starts(with: signature) else { return }
        var position = signature.count
        while position + 12 <= bytes.count {
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - position - 12 else { return }
            let end = position + 8 + length
            let checksum = crc32(bytes[position + 4..<end])
            for index in 0..<4 { bytes[end + index] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * index)) }
            position = end + 4
        }
    }

    private static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in
            (0..<8).reduce(value ^ UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ polynomial }
        }
    }
}
