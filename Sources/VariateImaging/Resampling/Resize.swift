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
    /// Equal to Pillow 13 `resize` of the same RGB or RGBA pixels, without any difference. As in Pillow, a pass along
    /// rows and one along columns round to 8 bits each, with weights of 22 bits, and colour is premultiplied with alpha
    /// for every filter but `nearest`, so that what is under transparent pixels does not bleed. The pass along columns
    /// comes first where the height loses more than twice as many pixels as the width (new in Pillow 13: earlier versions
    /// differ by a level there). Samples are resampled as they are, in gamma-encoded sRGB.
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

    /// A copy whose longest side is at most so many pixels, by Lanczos; the picture itself when it fits.
    public func fitted(toLongestSide limit: Int) -> Image {
        resized(to: size.fitted(toLongestSide: limit), using: .lanczos3)
    }
}

/// Resampling of a raster by one pass over each axis that changes.
struct SeparableResize {
    enum Layout: Int {
        case gray = 1
        case rgba = 4
    }

    let layout: Layout
    let filter: ResamplingFilter

    func resize(_ samples: [UInt8], from input: Size, to output: Size) -> [UInt8] {
        if filter == .nearest {
            return NearestResize.resize(samples, from: input, to: output, channels: layout.rawValue)
        }
        if Self.startsVertically(from: input, to: output) {
            let lowered = vertical(samples, rowLength: input.width * layout.rawValue, taps: rowTaps(input, output))
            return horizontal(lowered, width: input.width, to: output.width, rows: 0..<output.height)
        }
        if input.height == output.height {
            return horizontal(samples, width: input.width, to: output.width, rows: 0..<input.height)
        }
        let taps = rowTaps(input, output)
        let rows = input.width == output.width ? 0..<input.height : taps.sourceRange
        let narrowed = horizontal(samples, width: input.width, to: output.width, rows: rows)
        return vertical(
            narrowed, rowLength: output.width * layout.rawValue, firstRow: rows.lowerBound, taps: taps)
    }

    /// Pillow 13's rule: columns come first where the height loses more than twice as many pixels as the width. Each pass
    /// rounds to 8 bits, so the order shows in the result.
    static func startsVertically(from input: Size, to output: Size) -> Bool {
        let lostRows = input.height - output.height
        let lostColumns = input.width - output.width
        return lostRows > 0 && lostRows > 2 * lostColumns
    }

    private func rowTaps(_ input: Size, _ output: Size) -> ResamplingTaps {
        ResamplingTaps(from: input.height, to: output.height, filter: filter)
    }

    private func vertical(
        _ samples: [UInt8], rowLength: Int, firstRow: Int = 0, taps: ResamplingTaps
    ) -> [UInt8] {
        ResamplingPasses.vertical(samples, rowLength: rowLength, firstRow: firstRow, taps: taps)
    }

    private func horizontal(_ samples: [UInt8], width: Int, to outputWidth: Int, rows: Range<Int>) -> [UInt8] {
        if width == outputWidth { return samples }
        let taps = ResamplingTaps(from: width, to: outputWidth, filter: filter)
        return switch layout {
        case .gray: ResamplingPasses.horizontal(gray: samples, width: width, rows: rows, taps: taps)
        case .rgba: ResamplingPasses.horizontal(rgba: samples, width: width, rows: rows, taps: taps)
        }
    }
}
