extension Plane {
    /// The plane with `margin` more samples on each side, mirrored with the edge sample repeated: `cba|abc|cba`.
    /// - Precondition: `margin` does not exceed the shortest side.
    func mirrored(by margin: Int) -> Plane {
        precondition(margin <= size.shortestSide)
        func source(_ position: Int, _ count: Int) -> Int {
            if position < 0 { return -1 - position }
            return position < count ? position : 2 * count - 1 - position
        }
        let columns = (-margin..<(width + margin)).map { source($0, width) }
        var result: [Sample] = []
        result.reserveCapacity((width + 2 * margin) * (height + 2 * margin))
        for y in -margin..<(height + margin) {
            let start = source(y, height) * width
            for x in columns.prefix(margin) { result.append(samples[start + x]) }
            result += samples[start..<(start + width)]
            for x in columns.suffix(margin) { result.append(samples[start + x]) }
        }
        return Plane(size: Size(width: width + 2 * margin, height: height + 2 * margin), samples: result)
    }
}
