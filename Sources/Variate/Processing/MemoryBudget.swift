import VariateImaging

/// How many pictures may be in flight at once without exceeding a bound of memory.
public struct MemoryBudget: Sendable, Equatable {
    /// The bound, in MiB.
    public let mebibytes: Int

    /// A budget of so many MiB.
    public init(mebibytes: Int) {
        self.mebibytes = mebibytes
    }

    /// Pixels of the pictures that models make under a size's name, at the square shape: the largest for most ratios.
    private static let namedPixels = ["512": 512 * 512, "1K": 1024 * 1024, "2K": 2048 * 2048, "4K": 4096 * 4096]

    /// Bytes that one request in flight is reckoned to take at its peak: the source and the result as RGBA, each with
    /// working planes of three 32-bit channels.
    public static func bytes(source: Size, imageSize: String?) -> Int {
        let result = imageSize.flatMap { namedPixels[$0.uppercased()] } ?? source.pixelCount
        return (source.pixelCount + result) * (Image.channels + 3 * MemoryLayout<Float>.size)
    }

    /// The number of requests that fit, at least 1 and at most `wanted`.
    public func concurrency(source: Size, imageSize: String?, wanted: Int) -> Int {
        max(1, min(wanted, (mebibytes << 20) / Self.bytes(source: source, imageSize: imageSize)))
    }
}
