import CImageCodecs

/// zlib streams.
enum Inflater {
    /// The bytes of a zlib stream, or nil when it is broken or longer than the limit.
    static func inflate(_ stream: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var output = codec_output()
        let isWhole = stream.withUnsafeBufferPointer { codec_inflate($0.baseAddress, $0.count, limit, &output) }
        guard isWhole else { return nil }
        defer { codec_release(output.bytes) }
        return Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
    }
}
