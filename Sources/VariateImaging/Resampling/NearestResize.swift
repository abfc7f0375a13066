/// Nearest-neighbour index arithmetic.
enum NearestResize {
    /// The source index under the centre of each output index, or nil where accumulated rounding left the source.
    ///
    /// The position is advanced by repeated addition, as Pillow's `ImagingScaleAffine` does: multiplying instead would
    /// choose another neighbour now and then.
    static func indices(from inputCount: Int, to outputCount: Int) -> [Int?] {
        let scale = Double(inputCount) / Double(outputCount)
        var position = scale * 0.5
        return (0..<outputCount).map { _ in
            defer { position += scale }
            let index = Int(position)
            return index < inputCount ? index : nil
        }
    }

    /// Resamples a raster of `channels` interleaved samples. What lies outside the source is zero, as in Pillow.
    static func resize(_ samples: [UInt8], from input: Size, to output: Size, channels: Int) -> [UInt8] {
        let columns = indices(from: input.width, to: output.width)
        let rows = indices(from: input.height, to: output.height)
        var result = [UInt8](repeating: 0, count: output.pixelCount * channels)
        for (y, row) in rows.enumerated() {
            guard let row else { continue }
            for (x, column) in columns.enumerated() {
                guard let column else { continue }
                let source = (row * input.width + column) * channels
                let target = (y * output.width + x) * channels
                for channel in 0..<channels { result[target + channel] = samples[source + channel] }
            }
        }
        return result
    }
}
