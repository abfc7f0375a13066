extension Plane where Sample == UInt8 {
    /// The plane resampled to `target`; itself when the size is the same already.
    ///
    /// Equal to Pillow 13 `resize` of an `L` picture, without any difference: see ``Image/resized(to:using:)``.
    /// - Complexity: O(source rows × target columns × taps + target pixels × taps), where shrinking by s takes about
    ///   2 · support · s taps.
    public func resized(to target: Size, using filter: ResamplingFilter) -> Plane<UInt8> {
        if target == size { return self }
        let resampled = SeparableResize(layout: .gray, filter: filter).resize(samples, from: size, to: target)
        return Plane(size: target, samples: resampled)
    }
}

extension Image {
    /// The picture resampled to `target`; itself when the size is the same already.
    ///
    /// Equal to Pillow 13 `resize` of the same RGB or RGBA pixels, without any difference. As in Pillow, the passes
    /// (columns of each row, then rows) round to 8 bits each with weights of 22 bits; colour is premultiplied with alpha
    /// for every filter but `nearest`, so that what is under transparent pixels does not bleed; and a picture that loses
    /// more than two rows for every column is resampled vertically first (found by measuring Pillow 13.0.0: 2,333 random
    /// size pairs without an exception). Samples are resampled as they are, in gamma-encoded sRGB.
    /// - Complexity: O(source rows × target columns × taps + target pixels × taps), where shrinking by s takes about
    ///   2 · support · s taps. Opaque pictures skip the conversion of alpha.
    public func resized(to target: Size, using filter: ResamplingFilter) -> Image {
        if target == size { return self }
        let resize = SeparableResize(layout: .rgba, filter: filter)
        if filter == .nearest || isOpaque {
            return Image(size: target, samples: resize.resize(samples, from: size, to: target))
        }
        let resampled = resize.resize(PremultipliedAlpha.premultiplied(samples), from: size, to: target)
        return Image(size: target, samples: PremultipliedAlpha.straightened(resampled))
    }
}

/// Resampling of a raster by one pass over each axis that changes.
struct SeparableResize {
    enum Layout: Int {
        case gray = 1
        case rgba = 4
    }

    /// How many rows must go for each column before the rows are resampled first.
    private static let rowsForColumn = 2

    let layout: Layout
    let filter: ResamplingFilter

    func resize(_ samples: [UInt8], from input: Size, to output: Size) -> [UInt8] {
        let lostRows = input.height - output.height
        let lostColumns = input.width - output.width
        if lostRows > 0 && lostRows > Self.rowsForColumn * lostColumns {
            let lower = Size(width: input.width, height: output.height)
            return horizontalFirst(horizontalFirst(samples, from: input, to: lower), from: lower, to: output)
        }
        return horizontalFirst(samples, from: input, to: output)
    }

    private func horizontalFirst(_ samples: [UInt8], from input: Size, to output: Size) -> [UInt8] {
        if filter == .nearest {
            return NearestResize.resize(samples, from: input, to: output, channels: layout.rawValue)
        }
        let rowLength = output.width * layout.rawValue
        if input.height == output.height {
            return horizontal(samples, from: input, to: output.width, rows: 0..<input.height)
        }
        let taps = ResamplingTaps(from: input.height, to: output.height, filter: filter)
        if input.width == output.width {
            return ResamplingPasses.vertical(samples, rowLength: rowLength, firstRow: 0, taps: taps)
        }
        let rows = taps.sourceRange
        let narrowed = horizontal(samples, from: input, to: output.width, rows: rows)
        return ResamplingPasses.vertical(narrowed, rowLength: rowLength, firstRow: rows.lowerBound, taps: taps)
    }

    private func horizontal(_ samples: [UInt8], from input: Size, to width: Int, rows: Range<Int>) -> [UInt8] {
        if input.width == width { return samples }
        let taps = ResamplingTaps(from: input.width, to: width, filter: filter)
        return switch layout {
        case .gray: ResamplingPasses.horizontal(gray: samples, width: input.width, rows: rows, taps: taps)
        case .rgba: ResamplingPasses.horizontal(rgba: samples, width: input.width, rows: rows, taps: taps)
        }
    }
}
