/// The weighted source samples behind each output sample along one axis.
struct AreaTaps {
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

    /// A plane resampled along both axes: `narrow` resamples a source row along the first.
    ///
    /// When either axis grows both axes interpolate.
    static func resized(
        from source: Size, to target: Size, _ narrow: (_ row: Int, _ columns: AreaTaps, _ into: inout [Float]) -> Void
    ) -> Plane<Float> {
        let grows = target.width > source.width || target.height > source.height
        let columns = AreaTaps(from: source.width, to: target.width, interpolating: grows)
        let rows = AreaTaps(from: source.height, to: target.height, interpolating: grows)
        var result: [Float] = []
        result.reserveCapacity(target.pixelCount)
        var narrowed = [Float](repeating: 0, count: target.width)
        var heldRow: Int?
        var sums = [Float](repeating: 0, count: target.width)
        for y in 0..<target.height {
            for x in sums.indices { sums[x] = 0 }
            for tap in rows.range(of: y) {
                let row = rows.indices[tap]
                if heldRow != row {
                    narrow(row, columns, &narrowed)
                    heldRow = row
                }
                addProduct(narrowed.span, weight: rows.weights[tap], to: &sums)
            }
            result += sums
        }
        return Plane(size: target, samples: result)
    }

    /// The positions in `indices` and `weights` of an output sample's taps.
    func range(of output: Int) -> Range<Int> {
        (output == 0 ? 0 : ends[output - 1])..<ends[output]
    }

    /// Writes the weighted sums of a line's samples.
    /// - Precondition: the line has as many samples as the taps were made from, and the output as many as they are made for.
    func resample(_ line: Span<Float>, into output: inout [Float]) {
        let (indices, weights, ends) = (self.indices.span, self.weights.span, self.ends.span)
        var target = output.mutableSpan
        var tap = 0
        for x in 0..<target.count {
            let end = ends[x]
            var sum: Float = 0
            while tap < end {
                sum += weights[tap] * line[indices[tap]]
                tap &+= 1
            }
            target[x] = sum
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
