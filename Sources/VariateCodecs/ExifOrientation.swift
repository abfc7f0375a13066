extension Orientation {
    /// The orientation that an Exif block (a TIFF file of tags) tells, or nil when it tells none or is nonsense.
    ///
    /// Only the first directory is looked at, and nothing in the block can make this read outside of it.
    /// Reference: CIPA DC-008 (Exif 2.32), section 4.6.4, tag 274.
    /// - Complexity: O(entries in the directory).
    init?(exif block: ArraySlice<UInt8>) {
        guard let tiff = TIFFReader(block), let directory = tiff.integer(at: 4, bytes: 4),
            let count = tiff.integer(at: directory, bytes: 2)
        else { return nil }
        for index in 0..<count {
            let entry = directory + 2 + index * TIFFReader.entryBytes
            guard let tag = tiff.integer(at: entry, bytes: 2) else { return nil }
            guard tag == TIFFReader.orientationTag else { continue }
            guard let type = tiff.integer(at: entry + 2, bytes: 2), tiff.integer(at: entry + 4, bytes: 4) == 1 else {
                return nil
            }
            let width = type == TIFFReader.shortType ? 2 : type == TIFFReader.longType ? 4 : 0
            guard width > 0, let value = tiff.integer(at: entry + 8, bytes: width) else { return nil }
            self.init(rawValue: value)
            return
        }
        return nil
    }
}

/// Bounds-checked integers of a TIFF block in its own byte order.
private struct TIFFReader {
    static let entryBytes = 12
    static let orientationTag = 274
    static let shortType = 3
    static let longType = 4

    private let bytes: ArraySlice<UInt8>
    private let isLittleEndian: Bool

    init?(_ block: ArraySlice<UInt8>) {
        bytes = block
        if block.starts(with: [0x49, 0x49, 42, 0]) {
            isLittleEndian = true
        } else if block.starts(with: [0x4D, 0x4D, 0, 42]) {
            isLittleEndian = false
        } else {
            return nil
        }
    }

    func integer(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - count else { return nil }
        let start = bytes.startIndex + offset
        return isLittleEndian
            ? bytes.littleEndianInteger(at: start, bytes: count) : bytes.bigEndianInteger(at: start, bytes: count)
    }
}
