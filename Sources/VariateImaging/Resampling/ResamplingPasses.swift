/// The two passes of separable resampling on 8-bit samples. Each rounds and clips to 8 bits, as Pillow's do.
enum ResamplingPasses {
    /// Resamples the rows of an interleaved RGBA raster. Only `rows` of it are read and returned.
    static func horizontal(
        rgba samples: [UInt8], width: Int, rows: Range<Int>, taps: ResamplingTaps
    ) -> [UInt8] {
        let outputWidth = taps.first.count
        let rowLength = outputWidth * Image.channels
        var output = [UInt8](repeating: 0, count: rowLength * rows.count)
        var lanes = [SIMD4<Int32>](repeating: .zero, count: width)
        var sums = [SIMD4<Int32>](repeating: .zero, count: outputWidth)
        let source = samples.span
        for (line, y) in rows.enumerated() {
            let row = source.extracting((y * width * Image.channels)..<((y + 1) * width * Image.channels))
            for x in 0..<width {
                let i = x &* Image.channels
                lanes[x] = SIMD4(Int32(row[i]), Int32(row[i &+ 1]), Int32(row[i &+ 2]), Int32(row[i &+ 3]))
            }
            resample(lanes.span, taps: taps, into: &sums)
            var i = line * rowLength
            for sum in sums {
                output[i] = UInt8(truncatingIfNeeded: sum[0])
                output[i &+ 1] = UInt8(truncatingIfNeeded: sum[1])
                output[i &+ 2] = UInt8(truncatingIfNeeded: sum[2])
                output[i &+ 3] = UInt8(truncatingIfNeeded: sum[3])
                i &+= Image.channels
            }
        }
        return output
    }

    /// Resamples the rows of a single-channel raster, four at a time. Only `rows` of it are read and returned.
    static func horizontal(
        gray samples: [UInt8], width: Int, rows: Range<Int>, taps: ResamplingTaps
    ) -> [UInt8] {
        let outputWidth = taps.first.count
        var output = [UInt8](repeating: 0, count: outputWidth * rows.count)
        var lanes = [SIMD4<Int32>](repeating: .zero, count: width)
        var sums = [SIMD4<Int32>](repeating: .zero, count: outputWidth)
        let source = samples.span
        for top in stride(from: rows.lowerBound, to: rows.upperBound, by: SIMD4<Int32>.scalarCount) {
            func row(_ offset: Int) -> Int { min(top + offset, rows.upperBound - 1) * width }
            let row0 = source.extracting(row(0)..<(row(0) + width))
            let row1 = source.extracting(row(1)..<(row(1) + width))
            let row2 = source.extracting(row(2)..<(row(2) + width))
            let row3 = source.extracting(row(3)..<(row(3) + width))
            for x in 0..<width {
                lanes[x] = SIMD4(Int32(row0[x]), Int32(row1[x]), Int32(row2[x]), Int32(row3[x]))
            }
            resample(lanes.span, taps: taps, into: &sums)
            for lane in 0..<min(SIMD4<Int32>.scalarCount, rows.upperBound - top) {
                let start = (top - rows.lowerBound + lane) * outputWidth
                for x in 0..<outputWidth {
                    output[start &+ x] = UInt8(truncatingIfNeeded: sums[x][lane])
                }
            }
        }
        return output
    }

    /// Four independent rows of samples, one in each lane, resampled, rounded and clipped to 0…255.
    private static func resample(
        _ lanes: Span<SIMD4<Int32>>, taps: ResamplingTaps, into sums: inout [SIMD4<Int32>]
    ) {
        let weights = taps.weights.span
        for output in 0..<sums.count {
            let start = taps.first[output]
            let count = taps.count[output]
            let window = lanes.extracting(start..<(start &+ count))
            let windowWeights = weights.extracting((output &* taps.stride)..<(output &* taps.stride &+ count))
            var sum = SIMD4(repeating: ResamplingTaps.half)
            for i in window.indices {
                sum &+= window[i] &* windowWeights[i]
            }
            sums[output] = (sum &>> ResamplingTaps.precision).clamped(
                lowerBound: .zero, upperBound: SIMD4(repeating: 255))
        }
    }

    /// Resamples columns. The taps count rows of the picture; `samples` begin with its row `firstRow`.
    static func vertical(_ samples: [UInt8], rowLength: Int, firstRow: Int, taps: ResamplingTaps) -> [UInt8] {
        let outputHeight = taps.first.count
        var output: [UInt8] = []
        output.reserveCapacity(outputHeight * rowLength)
        var sums = [Int32](repeating: 0, count: rowLength)
        var row = [UInt8](repeating: 0, count: rowLength)
        let source = samples.span
        for y in 0..<outputHeight {
            for i in sums.indices { sums[i] = ResamplingTaps.half }
            for tap in 0..<taps.count[y] {
                let start = (taps.first[y] - firstRow + tap) * rowLength
                accumulate(
                    source.extracting(start..<(start + rowLength)),
                    weight: taps.weights[y * taps.stride + tap], into: &sums)
            }
            clip(sums, into: &row)
            output += row
        }
        return output
    }

    private static func accumulate(_ row: Span<UInt8>, weight: Int32, into sums: inout [Int32]) {
        var sums = sums.mutableSpan
        precondition(row.count == sums.count)
        for i in row.indices {
            sums[i] &+= Int32(row[i]) &* weight
        }
    }

    private static func clip(_ sums: [Int32], into row: inout [UInt8]) {
        precondition(row.count == sums.count)
        var row = row.mutableSpan
        let sums = sums.span
        for i in sums.indices {
            row[i] = UInt8(truncatingIfNeeded: min(max(sums[i] >> ResamplingTaps.precision, 0), 255))
        }
    }
}
