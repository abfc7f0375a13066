extension Plane where Sample == Float {
    /// The plane at another size, each sample the mean of the area that it covers.
    ///
    /// Equal to OpenCV 5.0 `resize` with `INTER_AREA` on 32-bit floats, without any difference. The exception is when both
    /// axes shrink by a whole number, where OpenCV adds up each block in one single-precision total: then within 1e-3 for
    /// samples in 0…255 and blocks of up to 128 × 128 samples (beyond, its total wears out).
    ///
    /// Partly covered samples count by the part that is covered. As in OpenCV, when either axis grows both axes interpolate
    /// between two neighbouring samples instead, with a ramp only across the border between them, and an axis that shrinks
    /// then skips samples.
    /// - Complexity: O(source pixels + target pixels).
    public func areaResized(to target: Size) -> Plane<Float> {
        if target == size { return self }
        let grows = target.width > width || target.height > height
        let columns = AreaTaps(from: width, to: target.width, interpolating: grows)
        let rows = AreaTaps(from: height, to: target.height, interpolating: grows)
        var result: [Float] = []
        result.reserveCapacity(target.pixelCount)
        var narrowed = [Float](repeating: 0, count: target.width)
        var heldRow: Int?
        var sums = [Float](repeating: 0, count: target.width)
        let source = samples.span
        for y in 0..<target.height {
            for x in sums.indices { sums[x] = 0 }
            for tap in rows.range(of: y) {
                let row = rows.indices[tap]
                if heldRow != row {
                    let line = source.extracting((row * width)..<((row + 1) * width))
                    columns.resample(line, into: &narrowed)
                    heldRow = row
                }
                let weight = rows.weights[tap]
                for x in sums.indices { sums[x] += weight * narrowed[x] }
            }
            result += sums
        }
        return Plane(size: target, samples: result)
    }
}

/// The weighted source samples behind each output sample along one axis.
private struct AreaTaps {
    /// Parts of a source sample smaller than this are left out, as OpenCV does.
    private static let leastPart = 1e-3

    private(set) var indices: [Int] = []
    private(set) var weights: [Float] = []
    private var ends: [Int] = []

    init(from inputCount: Int, to outputCount: Int, interpolating: Bool) {
        for output in 0..<outputCount {
            if interpolating {
                interpolate(output, from: inputCount, to: outputCount)
            } else {
                cover(output, from: inputCount, to: outputCount)
            }
            ends.append(indices.count)
        }
    }

    /// The positions in `indices` and `weights` of an output sample's taps.
    func range(of output: Int) -> Range<Int> {
        (output == 0 ? 0 : ends[output - 1])..<ends[output]
    }

    func resample(_ line: Span<Float>, into output: inout [Float]) {
        var tap = 0
        for x in output.indices {
            var sum: Float = 0
            while tap < ends[x] {
                sum += weights[tap] * line[indices[tap]]
                tap &+= 1
            }
            output[x] = sum
        }
    }

    /// Every source sample that output sample `output` covers, by the covered part.
    private mutating func cover(_ output: Int, from inputCount: Int, to outputCount: Int) {
        let scale = 1 / (Double(outputCount) / Double(inputCount))
        let start = Double(output) * scale
        let end = start + scale
        let covered = min(scale, Double(inputCount) - start)
        let lastWhole = min(Int(end.rounded(.down)), inputCount - 1)
        let firstWhole = min(Int(start.rounded(.up)), lastWhole)
        func part(_ index: Int, _ length: Double) {
            indices.append(index)
            weights.append(Float(length / covered))
        }
        if Double(firstWhole) - start > Self.leastPart { part(firstWhole - 1, Double(firstWhole) - start) }
        for index in firstWhole..<lastWhole { part(index, 1) }
        let rest = end - Double(lastWhole)
        if rest > Self.leastPart { part(lastWhole, min(min(rest, 1), covered)) }
    }

    /// The source sample at the output sample's start, and the next one by the part that reaches into it.
    ///
    /// The position is a product with the scale, not a quotient by the growth, as in OpenCV: where a position is a whole
    /// number in exact arithmetic, the two can fall on different sides of it.
    private mutating func interpolate(_ output: Int, from inputCount: Int, to outputCount: Int) {
        let growth = Double(outputCount) / Double(inputCount)
        let scale = 1 / growth
        let last = inputCount - 1
        let index = min(Int((Double(output) * scale).rounded(.down)), last)
        let reach = Float(Double(output + 1) - Double(index + 1) * growth)
        let fraction = reach <= 0 ? 0 : reach - reach.rounded(.down)
        indices += [index, min(index + 1, last)]
        weights += [1 - fraction, fraction]
    }
}
