extension ArraySlice<UInt8> {
    /// The unsigned integer whose most significant byte is at `index`.
    /// - Precondition: `index ..< index + bytes` lies within the slice; at most seven bytes.
    func bigEndianInteger(at index: Int, bytes count: Int) -> Int {
        self[index..<index + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The unsigned integer whose least significant byte is at `index`.
    /// - Precondition: `index ..< index + bytes` lies within the slice; at most seven bytes.
    func littleEndianInteger(at index: Int, bytes count: Int) -> Int {
        self[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
