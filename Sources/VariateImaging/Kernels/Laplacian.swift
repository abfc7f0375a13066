extension Plane<UInt8> {
    /// Returns the variance of the plane's Laplacian, in squared levels: higher is sharper (or noisier), 0 is flat.
    ///
    /// Equal to OpenCV's `cv2.Laplacian(gray, cv2.CV_64F).var()` within 1e-13 relative: the sums are integers.
    /// - Complexity: O(pixels).
    public func laplacianVariance() -> Double { laplacianMoments().variance }

    /// Returns the count, sum and sum of squares of the plane's Laplacian.
    /// - Complexity: O(pixels).
    func laplacianMoments() -> IntegerMoments {
        var moments = IntegerMoments()
        var row = [Int16](repeating: 0, count: width)
        for y in 0..<height {
            laplacianRow(y, into: &row)
            addMoments(of: row.span, to: &moments)
        }
        return moments
    }

    /// Returns the 4-neighbour Laplacian of each pixel, −1020…1020: the sum of the four neighbours less four times the
    /// pixel. The border is mirrored without repeating the end pixel.
    ///
    /// Equal to OpenCV's `cv2.Laplacian(gray, cv2.CV_16S)`, whose default aperture is 1.
    /// - Complexity: O(pixels).
    public func laplacian() -> Plane<Int16> {
        var result: [Int16] = []
        result.reserveCapacity(size.pixelCount)
        var row = [Int16](repeating: 0, count: width)
        for y in 0..<height {
            laplacianRow(y, into: &row)
            result.append(contentsOf: row)
        }
        return Plane<Int16>(size: size, samples: result)
    }

    private func laplacianRow(_ y: Int, into row: inout [Int16]) {
        let above = reflected(y - 1, in: height) * width
        let below = reflected(y + 1, in: height) * width
        let here = y * width
        secondDifferences(
            above: samples.span.extracting(above..<above + width), here: samples.span.extracting(here..<here + width),
            below: samples.span.extracting(below..<below + width), into: &row)
    }
}

private func secondDifferences(above: Span<UInt8>, here: Span<UInt8>, below: Span<UInt8>, into row: inout [Int16]) {
    var target = row.mutableSpan
    let width = target.count
    precondition(above.count == width && here.count == width && below.count == width)
    for i in 0..<width { target[i] = Int16(above[i]) + Int16(below[i]) - 4 * Int16(here[i]) }
    let ends = [0, width - 1]
    for i in ends.prefix(width) {
        target[i] += Int16(here[reflected(i - 1, in: width)]) + Int16(here[reflected(i + 1, in: width)])
    }
    if width < 3 { return }
    let left = here.extracting(0..<width - 2)
    let right = here.extracting(2..<width)
    for i in left.indices { target[i + 1] += Int16(left[i]) + Int16(right[i]) }
}

/// So many squares of 1020 or less that their sum fits 32 bits, which is what lets the loop run four at a time.
private let exactRunLength = 2048

private func addMoments(of row: Span<Int16>, to moments: inout IntegerMoments) {
    var start = 0
    while start < row.count {
        let run = row.extracting(start..<min(start + exactRunLength, row.count))
        var sum: Int32 = 0
        var squares: Int32 = 0
        for i in run.indices {
            let value = Int32(run[i])
            sum &+= value
            squares &+= value &* value
        }
        moments.add(count: run.count, sum: Int(sum), sumOfSquares: Int(squares))
        start += exactRunLength
    }
}
