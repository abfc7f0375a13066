import VariateImaging

/// How many pictures may be in flight at once without exceeding a bound of memory.
public struct MemoryBudget: Sendable, Equatable {
    /// The bound, in MiB.
    public let mebibytes: Int

    /// A budget of so many MiB.
    public init(mebibytes: Int) {
        self.mebibytes = mebibytes
    }

    /// Bytes that one picture in flight is reckoned to take at its peak: the decoded source and result as RGBA, and
    /// working planes of three 32-bit channels for each.
    public static func bytes(for size: Size) -> Int {
        2 * size.pixelCount * (Image.channels + 3 * MemoryLayout<Float>.size)
    }

    /// The number of requests that fit, at least 1 and at most `wanted`.
    public func concurrency(for size: Size, wanted: Int) -> Int {
        max(1, min(wanted, (mebibytes << 20) / Self.bytes(for: size)))
    }
}
