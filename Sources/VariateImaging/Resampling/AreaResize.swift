/// Resampling by exact area averaging: each output sample is the mean of the input rectangle that it covers.
///
/// Both axes may shrink or grow independently (the aspect ratio is the caller's business); growing repeats samples, with
/// a mixed one where an output sample straddles two inputs. Shrinking equals OpenCV's `INTER_AREA` on float planes within
/// single precision.
public enum AreaResize {
    /// The plane resampled to `size`, as floating-point samples in the input's range.
    /// - Complexity: O(input pixels + output pixels).
    public static func plane(_ input: Plane<UInt8>, to size: Size) -> Plane<Float> {
        let rows = AreaWindows(from: input.height, to: size.height)
        let columns = AreaWindows(from: input.width, to: size.width)
        var output: [Float] = []
        output.reserveCapacity(size.pixelCount)
        var total = [Float](repeating: 0, count: input.width)
        let samples = input.samples.span
        for window in rows.windows {
            clear(&total)
            for (offset, weight) in window.weights.enumerated() {
                let start = (window.start + offset) * input.width
                accumulate(samples.extracting(start..<start + input.width), weight: weight, into: &total)
            }
            columns.append(total, channels: 1, to: &output)
        }
        return Plane(size: size, samples: output)
    }

    /// The plane resampled to `size`.
    /// - Complexity: O(input pixels + output pixels).
    public static func plane(_ input: Plane<Float>, to size: Size) -> Plane<Float> {
        if size == input.size { return input }
        let rows = AreaWindows(from: input.height, to: size.height)
        let columns = AreaWindows(from: input.width, to: size.width)
        var output: [Float] = []
        output.reserveCapacity(size.pixelCount)
        var total = [Float](repeating: 0, count: input.width)
        let samples = input.samples.span
        for window in rows.windows {
            clear(&total)
            for (offset, weight) in window.weights.enumerated() {
                let start = (window.start + offset) * input.width
                accumulate(samples.extracting(start..<start + input.width), weight: weight, into: &total)
            }
            columns.append(total, channels: 1, to: &output)
        }
        return Plane(size: size, samples: output)
    }

    /// The picture resampled to `size`, each channel by itself and rounded to the nearest level.
    ///
    /// Alpha does not weigh the colours: composite a translucent picture first.
    /// - Complexity: O(input pixels + output pixels).
    public static func image(_ input: Image, to size: Size) -> Image {
        if size == input.size { return input }
        let rows = AreaWindows(from: input.height, to: size.height)
        let columns = AreaWindows(from: input.width, to: size.width)
        let stride = input.width * Image.channels
        var output: [UInt8] = []
        output.reserveCapacity(size.pixelCount * Image.channels)
        var total = [Float](repeating: 0, count: stride)
        var row: [Float] = []
        row.reserveCapacity(size.width * Image.channels)
        let samples = input.samples.span
        for window in rows.windows {
            clear(&total)
            for (offset, weight) in window.weights.enumerated() {
                let start = (window.start + offset) * stride
                accumulate(samples.extracting(start..<start + stride), weight: weight, into: &total)
            }
            row.removeAll(keepingCapacity: true)
            columns.append(total, channels: Image.channels, to: &row)
            for value in row { output.append(UInt8(max(0, min(255, (value + 0.5).rounded(.down))))) }
        }
        return Image(size: size, samples: output)
    }

    /// `size` scaled down so that its longest side is `side` at most: the same size when it already fits.
    ///
    /// Sides round to the nearest pixel and never fall below `least` (or the side that they had, where that is less).
    public static func fitting(_ size: Size, longestSide side: Int, least: Int = 8) -> Size {
        guard size.longestSide > side else { return size }
        let scale = Double(side) / Double(size.longestSide)
        return Size(
            width: max(min(least, size.width), Int((Double(size.width) * scale).rounded(.toNearestOrEven))),
            height: max(min(least, size.height), Int((Double(size.height) * scale).rounded(.toNearestOrEven))))
    }

    private static func clear(_ row: inout [Float]) {
        var target = row.mutableSpan
        for i in 0..<target.count { target[i] = 0 }
    }

    private static func accumulate(_ row: Span<UInt8>, weight: Float, into total: inout [Float]) {
        var target = total.mutableSpan
        precondition(target.count == row.count)
        for i in 0..<target.count { target[i] += weight * Float(row[i]) }
    }

    private static func accumulate(_ row: Span<Float>, weight: Float, into total: inout [Float]) {
        var target = total.mutableSpan
        precondition(target.count == row.count)
        for i in 0..<target.count { target[i] += weight * row[i] }
    }
}

/// Which inputs each output of one axis covers, and with which weights (summing to 1).
struct AreaWindows {
    struct Window {
        let start: Int
        let weights: [Float]
    }

    let windows: [Window]

    init(from input: Int, to output: Int) {
        let scale = Double(input) / Double(output)
        windows = (0..<output).map { index in
            let low = Double(index) * scale
            let high = min(Double(input), Double(index + 1) * scale)
            let first = min(input - 1, Int(low))
            let last = max(first, min(input - 1, Int(high.rounded(.up)) - 1))
            let weights = (first...last).map { position in
                max(0, min(high, Double(position + 1)) - max(low, Double(position))) / (high - low)
            }
            return Window(start: first, weights: weights.map { Float($0) })
        }
    }

    /// Appends the weighted means of a row of interleaved samples.
    func append(_ row: [Float], channels: Int, to output: inout [Float]) {
        let source = row.span
        for window in windows {
            let weights = window.weights.span
            for channel in 0..<channels {
                var sum: Float = 0
                var position = window.start * channels + channel
                for i in 0..<weights.count {
                    sum += weights[i] * source[position]
                    position += channels
                }
                output.append(sum)
            }
        }
    }
}
