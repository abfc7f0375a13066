extension Plane<UInt8> {
    /// Side of the squares that are transposed at a time, so that both the rows read and the rows written stay cached.
    private static var transpositionSide: Int { 32 }

    /// Rows as columns.
    /// - Complexity: O(pixels).
    func transposed() -> Plane<UInt8> {
        var result = Plane<UInt8>(size: Size(width: height, height: width), repeating: 0)
        var target = result.samples.mutableSpan
        let source = samples.span
        for top in stride(from: 0, to: height, by: Self.transpositionSide) {
            for left in stride(from: 0, to: width, by: Self.transpositionSide) {
                for y in top..<Swift.min(height, top + Self.transpositionSide) {
                    for x in left..<Swift.min(width, left + Self.transpositionSide) {
                        target[x * height + y] = source[y * width + x]
                    }
                }
            }
        }
        return result
    }
}
