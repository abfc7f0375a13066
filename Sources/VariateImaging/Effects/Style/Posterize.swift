extension Image {
    /// The picture as a poster: its own main colours, laid in clean, flat shapes.
    ///
    /// Smoothing within edges removes texture; k-means in OkLab (Lloyd 1982, started from a median cut, Heckbert 1982)
    /// finds the colours; each pixel moves to the nearest one, softly near the boundary between two.
    /// - Parameters:
    ///   - colors: 4...16.
    ///   - vividness: factor of the palette's chroma, 0.8...1.6.
    public func posterized(colors: Int, vividness: Double = 1.2) -> Image {
        let unit = Double(size.longestSide) / 1000
        let planes = ColorPlanes(encoded: self)
        let field = FlowField(of: planes.luminance(), sigma: 4 * unit)
        let smooth = planes.smoothedWithinEdges(spatial: 12 * unit, range: 0.32)
            .kuwahara(radius: max(1.2, 3.5 * unit), field: field)
            .encodedImage(alphaOf: self)
        let palette = smooth.dominantColors(colors)
        return smooth.recolored { encoded in
            let lab = OkLab.lab(encoded: encoded)
            var sum = SIMD3(repeating: 0.0)
            var total = 0.0
            // A soft minimum: weights fall off quickly with distance beyond the nearest.
            let nearest = palette.reduce(Double.infinity) { min($0, Self.squaredDistance($1, lab)) }
            for colour in palette {
                let weight = exponential(-(Self.squaredDistance(colour, lab) - nearest) / 0.0006)
                sum += colour * weight
                total += weight
            }
            let flat = sum / total
            // A little of the shading stays, so that shapes keep their volume.
            let lightness = flat.x + 0.22 * (lab.x - flat.x)
            // So does a third of the own hue and chroma: small areas such as faces rarely get an ink of their own.
            let own = (1 - Self.inkShare) * SIMD2(lab.y, lab.z)
            let plane = (SIMD2(flat.y, flat.z) * Self.inkShare + own) * vividness
            return OkLab.encoded(lab: SIMD3(lightness, plane))
        }
    }

    /// How much of a pixel's colour is its ink's.
    private static let inkShare = 0.65

    @inline(__always)
    private static func squaredDistance(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        // Chroma axes are narrower than lightness in OkLab, and matter as much.
        let d = (a - b) * SIMD3(1, 2.4, 2.4)
        return (d * d).sum()
    }

    /// The picture's main colours in OkLab, at most `count`.
    func dominantColors(_ count: Int) -> [SIMD3<Double>] {
        let grid = 96
        let stepX = max(1, width / grid)
        let stepY = max(1, height / grid)
        var colours: [SIMD3<Double>] = []
        for y in stride(from: stepY / 2, to: height, by: stepY) {
            for x in stride(from: stepX / 2, to: width, by: stepX) {
                let at = 4 * (y * width + x)
                if samples[at + 3] == 0 { continue }
                colours.append(
                    OkLab.lab(
                        encoded: SIMD3(Double(samples[at]), Double(samples[at + 1]), Double(samples[at + 2])) / 255))
            }
        }
        guard !colours.isEmpty else { return [SIMD3(0.5, 0, 0)] }
        var means = Self.medianCut(colours, into: count)
        let rounds = 8
        for _ in 0..<rounds {
            var sums = [SIMD3<Double>](repeating: SIMD3(repeating: 0), count: means.count)
            var counts = [Double](repeating: 0, count: means.count)
            for colour in colours {
                var best = 0
                var least = Double.infinity
                for k in 0..<means.count {
                    let distance = Self.squaredDistance(means[k], colour)
                    if distance < least { (best, least) = (k, distance) }
                }
                sums[best] += colour
                counts[best] += 1
            }
            for k in 0..<means.count where counts[k] > 0 { means[k] = sums[k] / counts[k] }
        }
        return means
    }

    /// Mean colours of boxes that are split at the median of their widest axis, the widest box first.
    private static func medianCut(_ colours: [SIMD3<Double>], into count: Int) -> [SIMD3<Double>] {
        var boxes = [colours]
        func widest(_ box: [SIMD3<Double>]) -> (axis: Int, width: Double) {
            var low = box[0]
            var high = box[0]
            for colour in box {
                low = pointwiseMin(low, colour)
                high = pointwiseMax(high, colour)
            }
            let extent = (high - low) * SIMD3(1, 2.4, 2.4)
            let axis = extent.x >= extent.y && extent.x >= extent.z ? 0 : (extent.y >= extent.z ? 1 : 2)
            return (axis, extent[axis])
        }
        while boxes.count < count {
            var chosen = 0
            var best = (axis: 0, width: 0.0)
            for k in 0..<boxes.count where boxes[k].count > 1 {
                let found = widest(boxes[k])
                if found.width > best.width { (chosen, best) = (k, found) }
            }
            let smallest = 0.02
            guard best.width > smallest else { break }
            let axis = best.axis
            let sorted = boxes[chosen].sorted {
                ($0[axis], $0.x, $0.y, $0.z) < ($1[axis], $1.x, $1.y, $1.z)
            }
            boxes[chosen] = Array(sorted[..<(sorted.count / 2)])
            boxes.append(Array(sorted[(sorted.count / 2)...]))
        }
        return boxes.map { box in box.reduce(SIMD3(repeating: 0), +) / Double(box.count) }
    }
}
