extension Image {
    /// Where a viewer's eye goes, 0...1 across and down: the centre of mass of edge energy and colour contrast.
    ///
    /// Edges are weighted by how much their colour stands out from the mean (Achanta et al.: Frequency-tuned salient
    /// region detection, CVPR 2009) and by a wide bell around the middle, where photographers place what matters.
    /// A flat picture's is its middle.
    public func salientCenter() -> SIMD2<Double> {
        let map = saliency(longestSide: 128)
        var total = 0.0
        var sum = SIMD2(0.0, 0.0)
        for y in 0..<map.height {
            for x in 0..<map.width {
                let u = (Double(x) + 0.5) / Double(map.width)
                let v = (Double(y) + 0.5) / Double(map.height)
                let value = Double(map.samples[y * map.width + x])
                let bell = exponential(-((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5)) / 0.18)
                let weight = value * value * bell
                total += weight
                sum += SIMD2(u, v) * weight
            }
        }
        let negligible = 1e-9
        return total > negligible ? sum / total : SIMD2(0.5, 0.5)
    }

    /// A frame's centre that puts the subject on a crossing of the thirds and loses little of what matters.
    ///
    /// Of the four crossings and the subject's own place, ranked by the saliency that the frame keeps, `choice` takes
    /// the best (0), the second best (1) and so on.
    public func frameCenter(zoom: Double, choice: Int) -> SIMD2<Double> {
        let subject = salientCenter()
        let map = saliency(longestSide: 64)
        let sixth = 1 / (6 * zoom)
        let half = 0.5 / zoom
        var candidates: [(center: SIMD2<Double>, kept: Double)] = []
        for (x, y) in [(1.0, 1.0), (-1, 1), (1, -1), (-1, -1), (0, 0)] {
            let wanted = subject + SIMD2(x, y) * sixth
            let center = wanted.clamped(
                lowerBound: SIMD2(repeating: half), upperBound: SIMD2(repeating: max(half, 1 - half)))
            var kept = 0.0
            for row in 0..<map.height where abs((Double(row) + 0.5) / Double(map.height) - center.y) <= half {
                for column in 0..<map.width
                where abs((Double(column) + 0.5) / Double(map.width) - center.x) <= half {
                    kept += Double(map.samples[row * map.width + column])
                }
            }
            candidates.append((center, kept))
        }
        // Equal sums keep their order: the sort is stable in effect through the index.
        let ranked = candidates.enumerated().sorted {
            $0.element.kept != $1.element.kept ? $0.element.kept > $1.element.kept : $0.offset < $1.offset
        }
        return ranked[min(max(0, choice), ranked.count - 1)].element.center
    }

    /// Edge energy times colour contrast on a reduced picture, smoothed; not normalised.
    func saliency(longestSide: Int) -> Plane<Float> {
        let planes = ColorPlanes(encoded: self).map { $0.reduced(toLongestSide: longestSide) }
        let luma = planes.luminance()
        let count = luma.samples.count
        var mean = SIMD3<Float>(repeating: 0)
        for i in 0..<count { mean += SIMD3(planes.red[i], planes.green[i], planes.blue[i]) }
        mean /= Float(count)
        var result = luma.gradientMagnitude()
        for i in 0..<count {
            let away = SIMD3(planes.red[i], planes.green[i], planes.blue[i]) - mean
            result.samples[i] *= 0.15 + (away * away).sum().squareRoot()
        }
        return result.softened(sigma: Double(luma.size.longestSide) / 24)
    }
}

extension Plane where Sample == Float {
    /// Length of the central-difference gradient; the border repeats.
    func gradientMagnitude() -> Plane<Float> {
        var result = self
        for y in 0..<height {
            let row = y * width
            let above = Swift.max(y - 1, 0) * width
            let below = Swift.min(y + 1, height - 1) * width
            for x in 0..<width {
                let across = samples[row + Swift.min(x + 1, width - 1)] - samples[row + Swift.max(x - 1, 0)]
                let down = samples[below + x] - samples[above + x]
                result.samples[row + x] = (across * across + down * down).squareRoot()
            }
        }
        return result
    }
}
