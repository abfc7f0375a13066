/// How different a picture is from the part of another one that it may have been cut out of.
public struct CroppedDifference: Sendable {
    /// Sides of the parts that are looked for, in cells of the 24 × 24 thumbnail: from half of the side.
    static let cells = 12...22
    /// Lower correlations of the best place's mean luma are chance.
    static let leastCorrelation: Float = 0.9

    /// The difference from the best part, after alignment.
    public let difference: AlignedDifference

    /// The most likely part of `whole`, or nil where none resembles `part`.
    /// - Complexity: O(1): about two million products.
    public init?(part: Appearance, of whole: Appearance) {
        let field = ColourGrid.luma(of: whole.squares.thumbnail)
        let wanted = ColourGrid.luma(of: part.squares.thumbnail)
        var best: (correlation: Float, left: Int, top: Int, size: Size)?
        for width in Self.cells {
            for height in Self.cells {
                let size = Size(width: width, height: height)
                let template = Template(wanted.areaResized(to: size))
                for top in 0...field.height - height {
                    for left in 0...field.width - width {
                        let correlation = template.correlation(with: field, left: left, top: top)
                        if correlation > best?.correlation ?? Self.leastCorrelation {
                            best = (correlation, left, top, size)
                        }
                    }
                }
            }
        }
        guard let best else { return nil }
        difference = AlignedDifference(
            from: whole.squares.window(left: best.left, top: best.top, size: best.size),
            to: part.squares.reduced(to: best.size))
    }
}

/// Mean luma to look for, without its mean and of unit length.
private struct Template {
    let size: Size
    let values: [Float]

    init(_ plane: Plane<Float>) {
        size = plane.size
        let mean = plane.samples.reduce(0, +) / Float(plane.samples.count)
        let length = plane.samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
        values = plane.samples.map { ($0 - mean) / max(length, 1) }
    }

    func correlation(with field: Plane<Float>, left: Int, top: Int) -> Float {
        let samples = field.samples.span
        let wanted = values.span
        var (sum, squares, product): (Float, Float, Float) = (0, 0, 0)
        var i = 0
        for y in top..<top + size.height {
            for x in left..<left + size.width {
                let value = samples[y * field.width + x]
                sum += value
                squares += value * value
                product += value * wanted[i]
                i += 1
            }
        }
        let variance = squares - sum * sum / Float(wanted.count)
        return product / max(variance, 1).squareRoot()
    }
}

extension ComparisonSquares {
    /// The part of the picture that lies in a rectangle of thumbnail cells, as squares of their own.
    fileprivate func window(left: Int, top: Int, size: Size) -> ComparisonSquares {
        let (detail, cell) = (Self.side / Self.thumbnailSide, ColourGrid.side / Self.thumbnailSide)
        let cut = { (plane: Plane<Float>, scale: Int) in
            plane.cut(
                left: left * scale, top: top * scale,
                size: Size(width: size.width * scale, height: size.height * scale))
        }
        return ComparisonSquares(
            details: cut(details, detail).areaResized(to: Self.common(size)), grid: ColourGrid(grid) { cut($0, cell) },
            like: self)
    }

    /// The picture with no more detail than a part of another one has.
    fileprivate func reduced(to size: Size) -> ComparisonSquares {
        let part = Size(
            width: size.width * Self.side / Self.thumbnailSide, height: size.height * Self.side / Self.thumbnailSide)
        return ComparisonSquares(
            details: details.areaResized(to: part).areaResized(to: Self.common(size)), grid: grid, like: self)
    }

    /// A square of as many pixels as the shorter side of a rectangle of cells has.
    private static func common(_ size: Size) -> Size {
        let shorter = size.shortestSide * side / thumbnailSide
        return Size(width: shorter, height: shorter)
    }
}
