/// The weighted source samples behind each output sample along one axis, in Pillow's 22-bit fixed point.
struct ResamplingTaps {
    /// Bits after the binary point: 32 less 8 for the sample and 2 for lobes below zero and above one.
    static let precision: Int32 = 32 - 8 - 2
    /// One half, added before the shift so that it rounds.
    static let half: Int32 = 1 << (precision - 1)

    /// Weights set aside for each output sample; the unused ones at the end are zero.
    let stride: Int
    /// The first source sample of each output sample.
    private(set) var first: [Int] = []
    /// How many source samples each output sample has.
    private(set) var count: [Int] = []
    /// `stride` weights for each output sample.
    private(set) var weights: [Int32] = []

    /// The taps that resample `inputCount` samples to `outputCount`.
    ///
    /// Centres lie at (i + ½) · scale; shrinking stretches the filter by the scale; the window is clipped to the source
    /// and its weights are normalised to one before they are rounded. The operations and their order are those of
    /// Pillow's `precompute_coeffs`, so that each rounds to the same integer.
    init(from inputCount: Int, to outputCount: Int, filter: ResamplingFilter) {
        let scale = Double(inputCount) / Double(outputCount)
        let stretch = max(scale, 1)
        let inverseStretch = 1 / stretch
        let support = filter.support * stretch
        stride = Int(support.rounded(.up)) * 2 + 1
        first.reserveCapacity(outputCount)
        count.reserveCapacity(outputCount)
        weights.reserveCapacity(outputCount * stride)

        var window: [Double] = []
        for output in 0..<outputCount {
            let center = (Double(output) + 0.5) * scale
            let lower = max(0, Int(center - support + 0.5))
            let upper = min(inputCount, Int(center + support + 0.5))
            window.removeAll(keepingCapacity: true)
            var total = 0.0
            for x in 0..<(upper - lower) {
                let weight = filter.weight(at: (Double(x + lower) - center + 0.5) * inverseStretch)
                window.append(weight)
                total += weight
            }
            first.append(lower)
            count.append(upper - lower)
            for weight in window {
                weights.append(Self.fixedPoint(total == 0 ? weight : weight / total))
            }
            for _ in window.count..<stride { weights.append(0) }
        }
    }

    /// Rounds half away from zero.
    private static func fixedPoint(_ weight: Double) -> Int32 {
        let scaled = weight * Double(Int32(1) << precision)
        return Int32(weight < 0 ? scaled - 0.5 : scaled + 0.5)
    }

    /// The source samples that any output sample reads.
    var sourceRange: Range<Int> {
        let last = first.count - 1
        return first[0]..<(first[last] + count[last])
    }
}
