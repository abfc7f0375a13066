/// Writes tiny JPEG files by hand: flat grey, in as many scans as wanted.
struct JPEGFile {
    var width = 8
    var height = 8
    var precision: UInt8 = 8
    /// SOF0 is baseline, SOF3 lossless.
    var frame: UInt8 = 0xC0
    var components: UInt8 = 3
    /// Scans of the first component; each of the others has one.
    var scansOfFirst = 1
    /// Bytes between the last scan and the end.
    var trailing: [UInt8] = []

    /// The file up to its first scan's data.
    var header: [UInt8] { headerSegments + scanHeader(1) }

    var bytes: [UInt8] {
        var file = headerSegments
        for component in 1...components {
            for _ in 0..<(component == 1 ? scansOfFirst : 1) {
                file += scanHeader(component)
                // Two zero bits a block, and ones up to the byte.
                let blocks = (width + 7) / 8 * ((height + 7) / 8)
                file += [UInt8](repeating: 0, count: blocks / 4)
                if blocks % 4 > 0 { file.append(0xFF >> UInt8(blocks % 4 * 2)) }
            }
        }
        return file + trailing + [0xFF, 0xD9]
    }

    private var headerSegments: [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        let size = [UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF)]
        let described = (1...components).flatMap { component -> [UInt8] in [component, 0x11, 0] }
        file += segment(frame, [precision] + size + [components] + described)
        // One code of one bit for each table: no difference, and end of block.
        for table: UInt8 in [0x00, 0x10] {
            file += segment(0xC4, [table, 1] + [UInt8](repeating: 0, count: 15) + [0])
        }
        return file
    }

    private func scanHeader(_ component: UInt8) -> [UInt8] {
        segment(0xDA, [1, component, 0x00, 0, 63, 0])
    }

    private func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 0xFF)] + data
    }
}
