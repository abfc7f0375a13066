extension Plane<Float> {
    /// Returns the mean of the (2 · `radius` + 1)² pixels around each pixel.
    ///
    /// The border is mirrored without repeating the end pixel. Equal to OpenCV's `blur` on 32-bit floats with its
    /// default border: sums run in double precision, so the cost does not depend on the radius and nothing drifts.
    /// - Complexity: O(pixels + radius · (width + height)).
    /// - Precondition: `radius` is not negative.
    public func boxBlurred(radius: Int) -> Plane<Float> {
        boxBlurred(radius: radius, border: .mirrored)
    }

    /// The same with the border continued in a way of the caller's choice.
    func boxBlurred(radius: Int, border: Border) -> Plane<Float> {
        precondition(radius >= 0, "a box has a radius of at least 0, not \(radius)")
        if radius == 0 { return self }
        let side = 2 * radius + 1
        let scale = 1 / (Double(side) * Double(side))
        let rows = samples.span
        var columnSums = [Double](repeating: 0, count: width)
        for y in -radius...radius {
            let start = border.index(y, in: height) * width
            addRow(&columnSums, rows.extracting(start..<start + width))
        }
        var padded = [Double](repeating: 0, count: width + 2 * radius)
        var row = [Float](repeating: 0, count: width)
        var result: [Float] = []
        result.reserveCapacity(size.pixelCount)
        for y in 0..<height {
            for i in 0..<width { padded[radius + i] = columnSums[i] }
            for i in 0..<radius {
                padded[i] = columnSums[border.index(i - radius, in: width)]
                padded[radius + width + i] = columnSums[border.index(width + i, in: width)]
            }
            runningMeans(of: padded.span, side: side, scale: scale, into: &row)
            result.append(contentsOf: row)
            let leaving = border.index(y - radius, in: height) * width
            let entering = border.index(y + radius + 1, in: height) * width
            exchangeRow(
                &columnSums, entering: rows.extracting(entering..<entering + width),
                leaving: rows.extracting(leaving..<leaving + width))
        }
        return Plane(size: size, samples: result)
    }
}

private func addRow(_ sums: inout [Double], _ row: Span<Float>) {
    var target = sums.mutableSpan
    precondition(target.count == row.count)
    for i in row.indices { target[i] += Double(row[i]) }
}

private func exchangeRow(_ sums: inout [Double], entering: Span<Float>, leaving: Span<Float>) {
    var target = sums.mutableSpan
    precondition(target.count == entering.count && target.count == leaving.count)
    for i in entering.indices { target[i] += Double(entering[i]) - Double(leaving[i]) }
}

/// Writes `scale` times the sum of each `side` neighbours of `padded`.
private func runningMeans(of padded: Span<Double>, side: Int, scale: Double, into row: inout [Float]) {
    var target = row.mutableSpan
    precondition(padded.count == target.count + side - 1)
    var sum = 0.0
    for i in 0..<side { sum += padded[i] }
    target[0] = Float(sum * scale)
    let entering = padded.extracting(droppingFirst: side)
    for i in entering.indices {
        sum += entering[i] - padded[i]
        target[i + 1] = Float(sum * scale)
    }
}
