import VariateImaging

@testable import CodecTorture

/// Writes PNG files by the book, one integer sample at a time, with stored instead of compressed data.
struct PNGFile {
    /// Every legal pair of colour type and bit depth.
    static let kinds: [(colorType: Int, depth: Int)] = [
        (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
        (6, 8), (6, 16),
    ]

    let size: Size
    let colorType: Int
    let depth: Int
    /// Row-major, interleaved, each below 2 to the depth.
    let samples: [Int]
    var isInterlaced = false
    var extraChunks: [(type: String, data: [UInt8])] = []

    var channels: Int { [1, 0, 3, 1, 2, 0, 4][colorType] }

    func sample(_ x: Int, _ y: Int, _ channel: Int) -> Int { samples[(y * size.width + x) * channels + channel] }

    var bytes: [UInt8] {
        let adam7 = [
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
        ]
        var raw: [UInt8] = []
        for (firstX, firstY, stepX, stepY) in isInterlaced ? adam7 : [(0, 0, 1, 1)] {
            let columns = Array(stride(from: firstX, to: size.width, by: stepX))
            if columns.isEmpty { continue }
            for y in stride(from: firstY, to: size.height, by: stepY) {
                raw.append(0)
                raw += packed(columns.flatMap { x in (0..<channels).map { sample(x, y, $0) } })
            }
        }
        let header =
            Self.bigEndian(size.width) + Self.bigEndian(size.height)
            + [UInt8(depth), UInt8(colorType), 0, 0, isInterlaced ? 1 : 0]
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += Self.chunk("IHDR", header)
        for extra in extraChunks { file += Self.chunk(extra.type, extra.data) }
        file += Self.chunk("IDAT", Self.stored(raw)) + Self.chunk("IEND", [])
        PNGChecksums.repair(&file)
        return file
    }

    /// A chunk whose checksum is still to be made right.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        bigEndian(data.count) + Array(type.utf8) + data + [0, 0, 0, 0]
    }

    static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4).
    static func stored(_ data: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = data[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
            stream += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
        } while !rest.isEmpty
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return stream + bigEndian(b << 16 | a)
    }

    private func packed(_ row: [Int]) -> [UInt8] {
        if depth == 16 { return row.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
        if depth == 8 { return row.map { UInt8($0) } }
        var bytes = [UInt8](repeating: 0, count: (row.count * depth + 7) / 8)
        for (index, sample) in row.enumerated() {
            let bit = index * depth
            bytes[bit / 8] |= UInt8(sample << (8 - depth - bit % 8))
        }
        return bytes
    }
}
