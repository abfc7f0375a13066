extension Image {
    /// One channel as a plane: 0 red, 1 green, 2 blue, 3 alpha.
    /// - Complexity: O(pixels).
    func channel(_ index: Int) -> Plane<UInt8> {
        var plane = Plane<UInt8>(size: size, repeating: 0)
        var target = plane.samples.mutableSpan
        let source = samples.span
        precondition(source.count == Self.channels * target.count && (0..<Self.channels).contains(index))
        for i in 0..<target.count { target[i] = source[Self.channels * i + index] }
        return plane
    }

    /// One channel as a plane of the values that a table has for its levels.
    /// - Complexity: O(pixels).
    /// - Precondition: the table has an entry for each of the 256 levels.
    func channel(_ index: Int, through table: [Float]) -> Plane<Float> {
        var plane = Plane<Float>(size: size, repeating: 0)
        var target = plane.samples.mutableSpan
        let source = samples.span
        let values = table.span
        precondition(source.count == Self.channels * target.count && (0..<Self.channels).contains(index))
        precondition(values.count == LevelHistogram.levelCount)
        for i in 0..<target.count { target[i] = values[Int(source[Self.channels * i + index])] }
        return plane
    }
}
