extension Plane where Sample == Float {
    /// The plane reduced so that its longest side is at most `longest`: area means, for maps of low frequency.
    func reduced(toLongestSide longest: Int) -> Plane<Float> {
        areaResized(to: size.fitted(toLongestSide: longest))
    }

    /// The plane enlarged by bilinear interpolation, sample centres aligned as in every picture scaler.
    ///
    /// Apart from `bilinearResized(to:)`, which works in the fixed point of 8-bit samples to equal OpenCV, and from
    /// `areaResized(to:)`, which grows planes in steps with ramps between: maps are to come out smooth.
    /// - Complexity: O(target pixels).
    func enlarged(to target: Size) -> Plane<Float> {
        guard target != size else { return self }
        let columns = Self.taps(from: width, to: target.width)
        let rows = Self.taps(from: height, to: target.height)
        var result = [Float](repeating: 0, count: target.pixelCount)
        var blended = [Float](repeating: 0, count: width)
        for y in 0..<target.height {
            let tap = rows[y]
            let top = tap.low * width
            let bottom = tap.high * width
            for x in 0..<width {
                blended[x] = samples[top + x] + (samples[bottom + x] - samples[top + x]) * tap.share
            }
            let start = y * target.width
            for x in 0..<target.width {
                let column = columns[x]
                let left = blended[column.low]
                result[start + x] = left + (blended[column.high] - left) * column.share
            }
        }
        return Plane(size: target, samples: result)
    }

    /// A plane whose samples are a smooth function of the position, 0...1 across and down, interpolated between nodes.
    static func smooth(size: Size, _ value: (Double, Double) -> Double) -> Plane<Float> {
        let nodes = 96
        let coarse = Size(width: Swift.min(size.width, nodes), height: Swift.min(size.height, nodes))
        var result = Plane(size: coarse, repeating: 0)
        for y in 0..<coarse.height {
            for x in 0..<coarse.width {
                let u = (Double(x) + 0.5) / Double(coarse.width)
                let v = (Double(y) + 0.5) / Double(coarse.height)
                result.samples[y * coarse.width + x] = Float(value(u, v))
            }
        }
        return result.enlarged(to: size)
    }

    private struct Tap {
        var low: Int
        var high: Int
        var share: Float
    }

    private static func taps(from source: Int, to target: Int) -> [Tap] {
        (0..<target).map { index in
            let position = (Double(index) + 0.5) * Double(source) / Double(target) - 0.5
            let low = Int(position.rounded(.down))
            return Tap(
                low: Swift.max(0, low), high: Swift.max(0, Swift.min(low + 1, source - 1)),
                share: low < 0 ? 0 : Float(position - Double(low)))
        }
    }
}
