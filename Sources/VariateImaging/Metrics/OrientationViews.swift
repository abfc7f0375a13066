/// Histograms of edge orientations of a picture and of its zooms (N. Dalal and B. Triggs, "Histograms of oriented
/// gradients for human detection", 2005): 12 × 12 cells of 8 orientations, insensitive to colour, tone and fine detail.
public struct OrientationViews: Sendable {
    /// Sides of the zoomed windows, as shares of the picture's.
    static let zooms = [0.88, 0.76]
    /// Side of the square that windows are cut from, in pixels.
    static let side = 144
    /// Side of the square that each window is reduced to.
    static let viewSide = 96
    static let cellSide = 8
    static let cells = viewSide / cellSide
    static let bins = 8
    static let sigma = 1.0
    /// Keeps cells without edges from being blown up.
    static let cellFloor: Float = 25
    static let lengthFloor: Float = 1e-6

    /// Unit vectors of `bins` × `cells` × `cells`: the whole picture, then windows at 3 × 3 places for each zoom.
    let views: [[Float]]

    /// Describes the luma of a picture of any shape.
    /// - Complexity: O(pixels).
    public init(luma: Plane<UInt8>) {
        let square = luma.areaResized(to: Size(width: Self.side, height: Self.side))
        views = [Self.describe(square)] + Self.zooms.flatMap { Self.zoomedViews(of: square, zoom: $0) }
    }

    /// Describes windows at 3 × 3 places. Those at one distance from the left are narrowed together.
    private static func zoomedViews(of square: Plane<Float>, zoom: Double) -> [[Float]] {
        let window = Int((Double(side) * zoom).rounded())
        let places = [0, (side - window) / 2, side - window]
        let taps = AreaTaps(from: window, to: viewSide, interpolating: false)
        let strips = places.map { left in narrowed(square, columns: left..<left + window, taps) }
        return places.flatMap { top in
            strips.map { describe(lowered($0, rows: top..<top + window, taps)) }
        }
    }

    private static func narrowed(_ square: Plane<Float>, columns: Range<Int>, _ taps: AreaTaps) -> Plane<Float> {
        var row = [Float](repeating: 0, count: viewSide)
        var samples: [Float] = []
        samples.reserveCapacity(viewSide * square.height)
        for y in 0..<square.height {
            taps.resample(square.row(y).extracting(columns), into: &row)
            samples.append(contentsOf: row)
        }
        return Plane(size: Size(width: viewSide, height: square.height), samples: samples)
    }

    private static func lowered(_ strip: Plane<Float>, rows: Range<Int>, _ taps: AreaTaps) -> Plane<Float> {
        var row = [Float](repeating: 0, count: viewSide)
        var samples: [Float] = []
        samples.reserveCapacity(viewSide * viewSide)
        for y in 0..<viewSide {
            for x in row.indices { row[x] = 0 }
            for tap in taps.range(of: y) {
                addProduct(strip.row(rows.lowerBound + taps.indices[tap]), weight: taps.weights[tap], to: &row)
            }
            samples.append(contentsOf: row)
        }
        return Plane(size: Size(width: viewSide, height: viewSide), samples: samples)
    }

    /// How much the edges of two pictures correspond, allowing one to be a window of the other and the candidate to be
    /// mirrored: the best correlation of descriptions, −1…1; unrelated pictures stay below about 0.2.
    /// - Complexity: O(1): 57 products of vectors of 1152.
    public static func relation(source: OrientationViews, candidate: OrientationViews) -> Double {
        let whole = candidate.views[0]
        let mirrored = Self.mirrored(whole)
        var best = -Float.infinity
        for view in source.views {
            best = max(best, max(product(view, whole), product(view, mirrored)))
        }
        for view in candidate.views { best = max(best, product(view, source.views[0])) }
        return Double(max(-1, min(1, best)))
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Float {
        let (first, second) = (a.span, b.span)
        precondition(first.count == second.count && first.count % 4 == 0)
        var sum = SIMD4<Float>.zero
        var i = 0
        while i < first.count {
            sum +=
                SIMD4(first[i], first[i + 1], first[i + 2], first[i + 3])
                * SIMD4(second[i], second[i + 1], second[i + 2], second[i + 3])
            i += 4
        }
        return sum.sum()
    }

    /// The description of the picture flipped left to right: columns reversed, and orientation θ becoming π − θ.
    static func mirrored(_ view: [Float]) -> [Float] {
        var result = view
        for bin in 0..<bins {
            for row in 0..<cells {
                for column in 0..<cells {
                    let from = (bin * cells + row) * cells + column
                    let to = ((bins - bin) % bins * cells + row) * cells + (cells - 1 - column)
                    result[to] = view[from]
                }
            }
        }
        return result
    }

    static func describe(_ window: Plane<Float>) -> [Float] {
        let plane = window.areaResized(to: Size(width: viewSide, height: viewSide)).gaussianBlurred(sigma: sigma)
        var gradient = SobelRow(width: viewSide)
        var row = OrientationRow(width: viewSide)
        /// For each cell its bins, and one more: the first again, on the other side of the half circle.
        var sums = [Float](repeating: 0, count: cells * cells * (bins + 1))
        for y in 0..<viewSide {
            gradient.differentiate(plane, y)
            row.take(gradient)
            row.add(to: &sums, at: y / cellSide * cells * (bins + 1), cellSide: cellSide)
        }
        var histogram = [Float](repeating: 0, count: bins * cells * cells)
        for cell in 0..<cells * cells {
            let first = cell * (bins + 1)
            for bin in 0..<bins { histogram[bin * cells * cells + cell] = sums[first + bin] }
            histogram[cell] += sums[first + bins]
        }
        return normalised(histogram)
    }

    /// Each cell scaled to unit length, half the mean of each orientation and half the overall mean taken out, and the
    /// whole scaled to unit length.
    private static func normalised(_ histogram: [Float]) -> [Float] {
        let area = cells * cells
        var result = histogram
        for cell in 0..<area {
            var squares: Float = 0
            for bin in 0..<bins { squares += histogram[bin * area + cell] * histogram[bin * area + cell] }
            let scale = 1 / (squares.squareRoot() + cellFloor)
            for bin in 0..<bins { result[bin * area + cell] *= scale }
        }
        let mean = result.reduce(0, +) / Float(result.count)
        for bin in 0..<bins {
            let range = bin * area..<(bin + 1) * area
            let binMean = result[range].reduce(0, +) / Float(area)
            for i in range { result[i] -= 0.5 * binMean + 0.5 * mean }
        }
        var squares: Float = 0
        for value in result { squares += value * value }
        let scale = 1 / (squares.squareRoot() + lengthFloor)
        return result.map { $0 * scale }
    }
}
